package dev.inkling.onnx.pixels;

import dev.inkling.image.Raster;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.TensorType;

/**
 * How 8-bit samples become the floats of a network: {@code (sample * scale - mean) / deviation}, per channel. Immutable.
 */
public final class Normalisation {
    private static final double TO_UNIT = 1 / 255.0;

    /** 0 to 1. */
    public static final Normalisation UNIT = new Normalisation(TO_UNIT, new double[3], new double[] {1, 1, 1});

    /** -1 to 1. */
    public static final Normalisation SIGNED =
            new Normalisation(TO_UNIT, new double[] {0.5, 0.5, 0.5}, new double[] {0.5, 0.5, 0.5});

    /** Means and deviations of the pictures that CLIP was trained with (Radford et al. 2021, released code). */
    public static final Normalisation CLIP = new Normalisation(
            TO_UNIT,
            new double[] {0.48145466, 0.4578275, 0.40821073},
            new double[] {0.26862954, 0.26130258, 0.27577711});

    /** Means and deviations of ImageNet, which most classifiers and segmenters were trained with (torchvision). */
    public static final Normalisation IMAGENET = new Normalisation(
            TO_UNIT, new double[] {0.485, 0.456, 0.406}, new double[] {0.229, 0.224, 0.225});

    /** One picture of any size. */
    public static final TensorType ANY_SIZE = TensorType.ofFloats(1, 3, TensorType.ANY, TensorType.ANY);

    private final float[][] table = new float[3][256];

    /**
     * @param scale     what samples of 0 to 255 are multiplied with, usually 1/255
     * @param mean      of each of three channels, after scaling
     * @param deviation of each of three channels, after scaling; not 0
     */
    public Normalisation(double scale, double[] mean, double[] deviation) {
        for (int channel = 0; channel < 3; channel++) {
            for (int sample = 0; sample < 256; sample++) {
                table[channel][sample] = (float) ((sample * scale - mean[channel]) / deviation[channel]);
            }
        }
    }

    /** {@code 1 x 3 x height x width}: a red, a green and a blue plane. */
    public Tensor tensor(Raster picture) {
        int width = picture.width();
        int pixels = Math.toIntExact(picture.size().pixels());
        float[] planes = new float[3 * pixels];
        byte[] row = new byte[3 * width];
        for (int y = 0; y < picture.height(); y++) {
            picture.copyRow(y, row);
            for (int x = 0; x < width; x++) {
                for (int channel = 0; channel < 3; channel++) {
                    planes[channel * pixels + y * width + x] = table[channel][row[3 * x + channel] & 0xff];
                }
            }
        }
        return Tensor.ofFloats(planes, 1, 3, picture.height(), width);
    }
}
