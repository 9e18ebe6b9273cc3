package dev.inkling.onnx.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.ProviderException;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplerTest {
    private static final float[] CLEAN = {0.5f, -1, 0.25f, 2};

    @TempDir
    private Path folder;

    /** The values are those of {@code training/check-diffusion.py samplers}. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            PNDM steps_offset=1 set_alpha_to_one=false; 20; 3.001598 -0.971023 2.222123 0.762684; 1.421692 -0.759797 1.057953 1.312539
            DDIM timestep_spacing=trailing prediction_type=v_prediction; 7; 0.384629 -0.220578 0.277048 0.072266; 0.564552 -0.405296 0.396915 0.493555
            DDIM beta_schedule=linear beta_start=0.0001 beta_end=0.02 timestep_spacing=linspace; 5; 14.731799 -2.786713 13.207771 8.783285; 2.044522 -0.712507 1.680378 1.587030
            EulerDiscrete timestep_spacing=leading steps_offset=1; 10; 2.556167 -0.917119 1.862886 0.595984; 1.357106 -0.799055 0.997671 1.365320
            EulerDiscrete prediction_type=v_prediction; 6; 0.346211 -0.198115 0.250775 0.067487; 0.644432 -0.551882 0.444573 0.782411
            EulerDiscrete use_karras_sigmas=true; 8; 4.284874 -1.116006 3.349068 1.376371; 1.084425 -0.917587 0.730369 1.589203
            EulerDiscrete timestep_spacing=trailing; 1; 12.291789 -1.635415 10.790116 6.711540; 12.432243 -2.333507 10.883357 7.771993
            EulerAncestralDiscrete timestep_spacing=trailing; 4; 2.852263 -2.715063 2.091237 -0.058681; 1.113735 -0.539794 0.674928 0.604942
            LCM; 4; 1.745211 -2.468529 0.981584 -0.359025; 0.220675 -1.327461 0.173054 -0.302814
            LCM prediction_type=v_prediction; 3; 0.393420 -0.987825 0.537664 0.448161; 0.241283 -0.992699 0.302249 -0.027055
            DDIM beta_schedule=squaredcos_cap_v2; 9; 2.300930 -0.879099 1.684265 0.540245; 1.119210 -0.908838 0.780676 1.576143
            """)
    void samplersGoTheWayTheirPapersSay(String sampler, int count, String fromNoise, String fromClean)
            throws IOException {
        SchedulerConfig config = config(sampler);

        assertThat(run(config, count, 1, false)).containsExactly(values(fromNoise), within(2e-5f));
        assertThat(run(config, count, 0.6, true)).containsExactly(values(fromClean), within(2e-5f));
    }

    private static float[] run(SchedulerConfig config, int count, double strength, boolean fromClean)
            throws ProviderException {
        Sampling sampling = new Sampling(
                config, config.steps(count, strength), 42, UnaryOperator.identity(), (done, total) -> {});
        return sampling.run(fromClean ? CLEAN : null, 4, SamplerTest::bent);
    }

    private static float[] bent(float[] latent, double timestep) {
        float[] output = new float[latent.length];
        for (int i = 0; i < output.length; i++) {
            output[i] = (float) (0.6 * latent[i] + 0.3 * Math.sin(latent[i] + 0.01 * timestep));
        }
        return output;
    }

    private static float[] values(String text) {
        double[] doubles = Arrays.stream(text.split(" ")).mapToDouble(Double::parseDouble).toArray();
        float[] values = new float[doubles.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) doubles[i];
        }
        return values;
    }

    /** A model that always knows the clean latent gives it back, whatever the sampler, and guided or not. */
    @ParameterizedTest
    @ValueSource(strings = {"DDIM", "EulerDiscrete", "EulerAncestralDiscrete", "LCM"})
    void aPerfectModelEndsAtTheCleanLatent(String sampler) throws IOException {
        SchedulerConfig config = config(sampler);
        List<SamplingStep> steps = config.steps(12, 1);
        Sampling sampling = new Sampling(config, steps, 3, clean -> CLEAN, (done, total) -> {});

        assertThat(sampling.run(null, 4, SamplerTest::bent)).containsExactly(CLEAN, within(1e-3f));
    }

    @Test
    void strengthLeavesStepsOut() throws IOException {
        SchedulerConfig config = config("EulerDiscrete");
        assertThat(config.steps(10, 0.35)).isEqualTo(config.steps(10, 1).subList(7, 10));
        assertThat(config.steps(10, 0.01)).isEqualTo(config.steps(10, 1).subList(9, 10));
        assertThat(config("LCM").steps(4, 0.5)).hasSize(4);
    }

    @Test
    void listenersHearOfStepsAndMayEndThem() throws IOException {
        SchedulerConfig config = config("DDIM");
        List<String> heard = new ArrayList<>();
        Sampling sampling = new Sampling(config, config.steps(5, 1), 1, UnaryOperator.identity(), (done, total) -> {
            heard.add(done + "/" + total);
            if (done == 2) {
                throw new CancellationException();
            }
        });

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> sampling.run(null, 4, SamplerTest::bent));
        assertThat(heard).containsExactly("1/5", "2/5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Flow; expected _class_name DDIMScheduler, EulerDiscreteScheduler, EulerAncestralDiscreteScheduler or LCMScheduler, found 'FlowScheduler'
            DDIM prediction_type=sample; expected prediction_type epsilon or v_prediction, found 'sample'
            DDIM timestep_spacing=odd; expected timestep_spacing leading, trailing or linspace, found 'odd'
            DDIM beta_schedule=sigmoid; expected beta_schedule linear, scaled_linear or squaredcos_cap_v2, found 'sigmoid'
            DDIM beta_end=2; betas from 8.5E-4 to 2.0 are not between 0 and 1
            DDIM num_train_timesteps=1; expected num_train_timesteps from 2 to 100000, found 1
            DDIM thresholding=true; thresholding is true, which no sampler here does
            """)
    void configurationsOfOtherSamplersAreRefused(String sampler, String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> config(sampler))
                .withMessageEndingWith(": scheduler.json: " + message);
    }

    /** As of Stable Diffusion but for the settings given. */
    private SchedulerConfig config(String sampler) throws IOException {
        String[] words = sampler.split(" ");
        List<String> fields = new ArrayList<>(List.of(
                "\"_class_name\": \"" + words[0] + "Scheduler\"", "\"beta_schedule\": \"scaled_linear\"",
                "\"beta_start\": 0.00085", "\"beta_end\": 0.012"));
        for (String word : Arrays.asList(words).subList(1, words.length)) {
            String[] parts = word.split("=");
            fields.removeIf(field -> field.startsWith("\"" + parts[0] + "\""));
            boolean isText = parts[1].matches("[a-z].*") && !parts[1].matches("true|false");
            fields.add("\"" + parts[0] + "\": " + (isText ? "\"" + parts[1] + "\"" : parts[1]));
        }
        Files.writeString(folder.resolve("scheduler.json"), fields.stream().collect(Collectors.joining(", ", "{", "}")));
        return SchedulerConfig.read(new ModelFolder(folder), "scheduler.json");
    }
}
