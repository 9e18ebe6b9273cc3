package dev.inkling.cli;

import dev.inkling.onnx.diffusion.DiffusionSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a model of latent diffusion makes pictures. */
final class DiffusionOptions {
    @Option(
            names = "--steps",
            order = 13,
            paramLabel = "N",
            hidden = true,
            description = {
                "steps from noise to picture, 1 to " + DiffusionSettings.MOST_STEPS
                        + " (default: 4 with distilled models such as SD-Turbo and LCM, else 25)"
            })
    private @Nullable Integer steps;

    @Option(
            names = "--guidance",
            order = 14,
            paramLabel = "X",
            hidden = true,
            description = {
                "how strongly words or vector are followed, 0 to 50; 1 and less take half the time (default: 8 with"
                        + " LCM, 1 with SD-Turbo, 10 with vectors, else 7.5)"
            })
    private @Nullable Double guidance;

    @Option(
            names = "--strength",
            order = 15,
            paramLabel = "X",
            hidden = true,
            description = {
                "how much of the tiny picture gives way to what the model makes of the rest, above 0 to 1; also the"
                        + " share of the steps that are taken (default: 0.5, beside a vector 0.9)"
            })
    private @Nullable Double strength;

    @Option(
            names = "--colors",
            order = 16,
            paramLabel = "X",
            hidden = true,
            description = {
                "how strongly each step holds on to the colours of the tiny picture, 0 to 1 (default: 0, beside a vector"
                        + " 0.5)"
            })
    private @Nullable Double colours;

    @Option(
            names = "--negative",
            order = 16,
            paramLabel = "TEXT",
            hidden = true,
            description = "what the picture should not show, where guidance is above 1 (default: nothing)")
    private @Nullable String negative;

    @Option(
            names = "--seed",
            order = 17,
            paramLabel = "N",
            hidden = true,
            description = "any 64-bit number; another seed makes another picture (default: 0)")
    private @Nullable Long seed;

    /** Refuses these options where nothing looks at them. */
    void checkUnused(String need) {
        checkUnused("--steps", steps, need);
        checkUnused("--guidance", guidance, need);
        checkUnused("--strength", strength, need);
        checkUnused("--colors", colours, need);
        checkUnused("--negative", negative, need);
        checkUnused("--seed", seed, need);
    }

    private static void checkUnused(String option, @Nullable Object value, String need) {
        if (value != null) {
            throw new UsageException(option + " needs " + need);
        }
    }

    DiffusionSettings settings() {
        if (steps != null && (steps < 1 || steps > DiffusionSettings.MOST_STEPS)) {
            throw new UsageException("--steps must be 1 to " + DiffusionSettings.MOST_STEPS + ", found " + steps);
        }
        if (guidance != null && !(guidance >= 0 && guidance <= DiffusionSettings.MOST_GUIDANCE)) {
            throw new UsageException("--guidance must be 0 to 50, found " + guidance);
        }
        if (strength != null && !(strength > 0 && strength <= 1)) {
            throw new UsageException("--strength must be above 0 and at most 1, found " + strength);
        }
        if (colours != null && !(colours >= 0 && colours <= 1)) {
            throw new UsageException("--colors must be 0 to 1, found " + colours);
        }
        return new DiffusionSettings(
                steps, guidance, strength, colours, negative == null ? "" : negative, seed == null ? 0 : seed);
    }
}
