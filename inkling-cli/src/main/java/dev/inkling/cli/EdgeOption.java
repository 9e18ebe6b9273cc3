package dev.inkling.cli;

import dev.inkling.codec.Profile;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names what finds edges. */
final class EdgeOption {
    private static final String NAME = "--edge-model";

    @Option(
            names = NAME,
            order = 47,
            paramLabel = "MODEL",
            hidden = true,
            description = {
                "network that finds the edges of --profile sketch, a file or a name of inkling models: one input 1x3xHxW of"
                        + " RGB floats from 0 to 1, last output 1x1xHxW (default: the embedded detector)"
            })
    private @Nullable String model;

    /** Refuses a network where no edges are needed. */
    void check(Profile profile) {
        if (model != null && profile != Profile.SKETCH) {
            throw new UsageException(NAME + " needs --profile sketch");
        }
    }

    /** What finds edges; the caller closes it. */
    OpenEdges open(Environment environment, int threads) throws IOException {
        return model == null
                ? OpenEdges.EMBEDDED
                : OpenEdges.of(environment.wiring().models().resolve(model), threads);
    }
}
