package dev.inkling.onnx.diffusion;

import dev.inkling.ProviderException;
import dev.inkling.onnx.models.ModelFolder;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What a {@code scheduler_config.json} says.
 *
 * @param sampler         how latents are sampled
 * @param schedule        how much noise the model was trained with
 * @param prediction      what it was trained to predict
 * @param spacing         which timesteps are sampled
 * @param offset          what {@link Spacing#LEADING} adds to them
 * @param lastShare       share of the clean latent after the last step of {@link Sampler#DDIM}
 * @param karras          whether {@link Sampler#EULER} spreads its sigmas as Karras et al. do
 * @param originalSteps   how many timesteps a consistency model was distilled on
 * @param timestepScaling what its timesteps are multiplied by
 */
record SchedulerConfig(
        Sampler sampler, NoiseSchedule schedule, Prediction prediction, Spacing spacing, int offset, double lastShare,
        boolean karras, int originalSteps, double timestepScaling) {
    private static final int MOST_TIMESTEPS = 100_000;

    /**
     * Reads a configuration of a model folder.
     *
     * @param name such as {@code scheduler/scheduler_config.json}
     * @throws ProviderException when it is missing, or says what no sampler here does; the message names it
     */
    static SchedulerConfig read(ModelFolder folder, String name) throws ProviderException {
        try {
            return of(folder.json(name));
        } catch (IllegalArgumentException e) {
            throw folder.failure(name + ": " + e.getMessage());
        }
    }

    private static SchedulerConfig of(JsonNode json) {
        // Not clip_sample, which old files have left over from models of pixels: latents are never clipped.
        for (String unknown : new String[] {"thresholding", "rescale_betas_zero_snr"}) {
            if (json.path(unknown).asBoolean(false)) {
                throw new IllegalArgumentException(unknown + " is true, which no sampler here does");
            }
        }
        Sampler sampler = sampler(json.path("_class_name").asString(""));
        NoiseSchedule schedule = schedule(json);
        boolean euler = sampler == Sampler.EULER || sampler == Sampler.EULER_ANCESTRAL;
        return new SchedulerConfig(
                sampler, schedule, prediction(json.path("prediction_type").asString("epsilon")),
                spacing(json.path("timestep_spacing").asString(euler ? "linspace" : "leading")),
                inRange(json, "steps_offset", 0, 0, 1),
                json.path("set_alpha_to_one").asBoolean(true) ? 1 : schedule.share(0),
                json.path("use_karras_sigmas").asBoolean(false),
                inRange(json, "original_inference_steps", 50, 1, schedule.timesteps()),
                json.path("timestep_scaling").asDouble(10));
    }

    /** Any sampler samples any model; those that are not here give way to the nearest in kind. */
    private static Sampler sampler(String name) {
        return switch (name) {
            case "DDIMScheduler", "PNDMScheduler", "DDPMScheduler" -> Sampler.DDIM;
            case "EulerDiscreteScheduler", "LMSDiscreteScheduler", "HeunDiscreteScheduler",
                    "DPMSolverMultistepScheduler", "UniPCMultistepScheduler" -> Sampler.EULER;
            case "EulerAncestralDiscreteScheduler" -> Sampler.EULER_ANCESTRAL;
            case "LCMScheduler" -> Sampler.LCM;
            default -> throw unknown("_class_name", name, "DDIMScheduler, EulerDiscreteScheduler,"
                    + " EulerAncestralDiscreteScheduler or LCMScheduler");
        };
    }

    /** The noise alone that a configuration describes, whatever else is in it. */
    static NoiseSchedule schedule(JsonNode json) {
        int timesteps = inRange(json, "num_train_timesteps", 1000, 2, MOST_TIMESTEPS);
        double first = json.path("beta_start").asDouble(0.0001);
        double last = json.path("beta_end").asDouble(0.02);
        if (!(first > 0 && first < last && last < 1)) {
            throw new IllegalArgumentException("betas from " + first + " to " + last + " are not between 0 and 1");
        }
        String name = json.path("beta_schedule").asString("linear");
        return switch (name) {
            case "linear" -> NoiseSchedule.linear(timesteps, first, last);
            case "scaled_linear" -> NoiseSchedule.scaledLinear(timesteps, first, last);
            case "squaredcos_cap_v2" -> NoiseSchedule.cosine(timesteps);
            default -> throw unknown("beta_schedule", name, "linear, scaled_linear or squaredcos_cap_v2");
        };
    }

    private static Prediction prediction(String name) {
        return switch (name) {
            case "epsilon" -> Prediction.NOISE;
            case "v_prediction" -> Prediction.VELOCITY;
            default -> throw unknown("prediction_type", name, "epsilon or v_prediction");
        };
    }

    private static Spacing spacing(String name) {
        return switch (name) {
            case "leading" -> Spacing.LEADING;
            case "trailing" -> Spacing.TRAILING;
            case "linspace" -> Spacing.LINSPACE;
            default -> throw unknown("timestep_spacing", name, "leading, trailing or linspace");
        };
    }

    private static int inRange(JsonNode json, String name, int absent, int least, int most) {
        int value = json.path(name).asInt(absent);
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "expected " + name + " from " + least + " to " + most + ", found " + value);
        }
        return value;
    }

    private static IllegalArgumentException unknown(String name, String found, String expected) {
        return new IllegalArgumentException("expected " + name + " " + expected + ", found '" + found + "'");
    }

    /**
     * The steps from noise to picture.
     *
     * @param count    how many there are from pure noise on, 1 to {@link #mostSteps()}
     * @param strength how much noise there is at the start, more than 0 and at most 1, which is nothing else; less
     *                 leaves steps at the start out, but for the consistency model, which takes as many smaller ones
     */
    List<SamplingStep> steps(int count, double strength) {
        return sampler.steps(this, count, strength);
    }

    /** More steps than these would have no timesteps of their own. */
    int mostSteps() {
        return sampler == Sampler.LCM ? originalSteps : schedule.timesteps() / 2;
    }

    /** Whether the model was distilled to a few steps without guidance, which its sampler gives away. */
    boolean isDistilled() {
        return sampler == Sampler.LCM || spacing == Spacing.TRAILING && sampler != Sampler.DDIM;
    }

    /**
     * How noise is scaled to begin the first step from nothing else: with {@link Spacing#LEADING} to the deviation of a
     * latent, otherwise to that of its noise.
     */
    double startScale(SamplingStep first) {
        boolean noiseAlone = first.signal() == 1 && spacing != Spacing.LEADING;
        return noiseAlone ? first.noise() : 1 / first.inputScale();
    }
}
