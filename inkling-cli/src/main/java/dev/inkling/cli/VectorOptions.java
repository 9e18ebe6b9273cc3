package dev.inkling.cli;

import dev.inkling.codec.Profile;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** The options for files with vectors. */
final class VectorOptions {
    @Mixin
    private EmbedderOption embedder = new EmbedderOption();

    @Mixin
    private CalibrationOption calibrations = new CalibrationOption();

    /** Refuses what cannot work where pictures are stored. */
    void check(Profile profile) {
        if (profile.hasVector() && !embedder.isGiven()) {
            throw new UsageException("--profile " + profile.label() + " needs " + EmbedderOption.NEEDED);
        }
        if (!profile.hasVector() && (embedder.isGiven() || calibrations.isGiven())) {
            throw new UsageException((embedder.isGiven() ? EmbedderOption.NAME : "--calibration")
                    + " needs --profile clip or --profile clip-color");
        }
    }

    /** What makes vectors of pictures; the caller closes it. */
    OpenEmbedder openEmbedder(Environment environment, Profile profile, int threads) throws IOException {
        return profile.hasVector()
                ? OpenEmbedder.of(
                        embedder.folder(environment.wiring()), threads,
                        calibrations.readOne(new Streams(environment.terminal())))
                : OpenEmbedder.NONE;
    }

    /** What reads vectors and makes words of them; the caller closes it. */
    OpenDescriptions openDescriptions(Environment environment, int threads) throws IOException {
        return OpenDescriptions.of(
                environment, embedder.isGiven() ? embedder.folder(environment.wiring()) : null, threads,
                calibrations.read(new Streams(environment.terminal())));
    }
}
