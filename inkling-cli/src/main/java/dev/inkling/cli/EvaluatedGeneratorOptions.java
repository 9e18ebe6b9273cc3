package dev.inkling.cli;

import dev.inkling.cli.ProviderName.Kind;
import dev.inkling.onnx.diffusion.DiffusionListener;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what makes the pictures that are measured. */
final class EvaluatedGeneratorOptions {
    @Mixin
    private GeneratorOption network = new GeneratorOption();

    @Option(
            names = "--generator",
            order = 11,
            paramLabel = "NAME",
            hidden = true,
            description = {
                "who makes the pictures: embedded, or diffusion:MODEL, a folder or a name of inkling models, see"
                        + " docs/diffusion.md (default: embedded)"
            })
    private @Nullable String name;

    @Mixin
    private DiffusionOptions diffusion = new DiffusionOptions();

    private ProviderName provider() {
        return ProviderName.of(
                "--generator", name == null ? "embedded" : name, List.of(Kind.EMBEDDED, Kind.DIFFUSION));
    }

    /** Refuses what cannot work before anything is read. */
    void check() {
        if (provider().kind().isModel()) {
            network.checkUnused("--generator embedded");
            diffusion.settings();
        } else {
            diffusion.checkUnused("--generator diffusion:MODEL");
        }
    }

    /** The generator asked for; the caller closes it. */
    OpenGenerator open(Environment environment) throws IOException {
        if (!provider().kind().isModel()) {
            return network.open(environment, 1);
        }
        return environment.wiring().diffusion(
                provider(), diffusion.settings(), ModelResources.forMany(), DiffusionListener.NONE,
                environment.terminal());
    }

    /**
     * Names what is open by its content; empty for the embedded generator.
     *
     * @param open what {@link #open} gave
     */
    String identity(OpenGenerator open) throws IOException {
        return provider().kind().isModel() ? open.identity() : network.identity();
    }
}
