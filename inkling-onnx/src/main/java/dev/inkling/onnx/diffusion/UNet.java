package dev.inkling.onnx.diffusion;

import dev.inkling.ProviderException;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The network that sees through noise. Its inputs are {@code sample} (1 x C x h x w), {@code timestep} (a scalar or 1
 * value, floats or integers), {@code encoder_hidden_states} (1 x L x D), and where the model has them {@code
 * timestep_cond} (1 x G) or {@code class_labels} (1 x E); its first output is as large as the sample.
 */
final class UNet {
    static final String TEXT = "encoder_hidden_states";
    static final String GUIDANCE = "timestep_cond";
    static final String CLASS = "class_labels";

    private static final String LATENT = "sample";
    private static final String TIMESTEP = "timestep";

    private final Network network;
    private final LatentShape shape;

    private UNet(Network network, LatentShape shape) {
        this.network = network;
        this.shape = shape;
    }

    /** @throws ProviderException when the network needs more than is known here */
    static UNet of(Network network, LatentShape shape) throws ProviderException {
        Set<String> more = new TreeSet<>(network.inputNames());
        more.removeAll(Set.of(LATENT, TIMESTEP, TEXT, GUIDANCE, CLASS));
        if (!more.isEmpty()) {
            throw network.file().failure("needs " + String.join(" and ", more)
                    + ", as SDXL and others do; only models like Stable Diffusion 1 and 2 are known");
        }
        return new UNet(network, shape);
    }

    /**
     * Predicts without guidance.
     *
     * @param conditioning all inputs but latent and timestep, by name
     */
    Denoiser with(Map<String, Tensor> conditioning) {
        return (latent, timestep) -> run(latent, timestep, conditioning);
    }

    /**
     * Predicts with classifier-free guidance (Ho, Salimans 2022): away from what is not wanted.
     *
     * @param weight of the difference that what is wanted makes; 1 is no guidance
     */
    Denoiser with(Map<String, Tensor> wanted, Map<String, Tensor> unwanted, double weight) {
        return (latent, timestep) -> {
            float[] without = run(latent, timestep, unwanted);
            float[] guided = run(latent, timestep, wanted).clone();
            for (int i = 0; i < guided.length; i++) {
                guided[i] = (float) (without[i] + weight * (guided[i] - without[i]));
            }
            return guided;
        };
    }

    private float[] run(float[] latent, double timestep, Map<String, Tensor> conditioning) throws ProviderException {
        Map<String, Tensor> inputs = new HashMap<>(conditioning);
        inputs.put(LATENT, shape.tensor(latent));
        inputs.put(TIMESTEP, timestep(timestep));
        float[] output = network.run(inputs).values().iterator().next().floats();
        if (output.length != shape.count()) {
            throw network.file().failure("expected " + shape.count() + " values as in its sample, found " + output.length);
        }
        return output;
    }

    private Tensor timestep(double timestep) throws ProviderException {
        long[] sides = network.inputShape(TIMESTEP).length == 0 ? new long[0] : new long[] {1};
        return network.takesIntegers(TIMESTEP)
                ? Tensor.ofIntegers(new long[] {Math.round(timestep)}, sides)
                : Tensor.ofFloats(new float[] {(float) timestep}, sides);
    }

    /**
     * Sines and cosines of a number at many frequencies, as models take guidance and noise levels.
     *
     * @param count     of values, even; sines first, then cosines
     * @param lastRatio how far the frequencies fall: from 1 to {@code 1 / 10000} at {@code count / 2 - lastRatio}
     */
    static float[] waves(double number, int count, int lastRatio) {
        int half = count / 2;
        float[] waves = new float[count];
        for (int i = 0; i < half; i++) {
            double angle = number * StrictMath.pow(10_000, -(double) i / (half - lastRatio));
            waves[i] = (float) StrictMath.sin(angle);
            waves[half + i] = (float) StrictMath.cos(angle);
        }
        return waves;
    }
}
