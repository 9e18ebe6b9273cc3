package dev.inkling.onnx.describe;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.onnx.Tensor;
import java.util.Arrays;

/**
 * A picture scaled to fit a frame and put at its top left, as detectors of the YOLOX family are given it.
 *
 * @param frame  size of the network's input
 * @param scaled size of the picture in it
 * @param tensor {@code 1 x 3 x H x W}: blue, green and red planes, samples 0 to 255, gray of 114 where no picture is
 */
record Letterbox(ImageSize frame, ImageSize scaled, Tensor tensor) {
    private static final float GROUND = 114;

    static Letterbox of(Raster picture, ImageSize frame) {
        double scale = Math.min(
                (double) frame.width() / picture.width(), (double) frame.height() / picture.height());
        ImageSize scaled = new ImageSize(
                Math.max(1, (int) (scale * picture.width())), Math.max(1, (int) (scale * picture.height())));
        return new Letterbox(frame, scaled, tensor(Resampler.resize(picture, scaled, Kernel.LINEAR), frame));
    }

    private static Tensor tensor(Raster picture, ImageSize frame) {
        float[] samples = new float[Math.toIntExact(3 * frame.pixels())];
        Arrays.fill(samples, GROUND);
        for (int channel = 0; channel < 3; channel++) {
            for (int y = 0; y < picture.height(); y++) {
                int row = (channel * frame.height() + y) * frame.width();
                for (int x = 0; x < picture.width(); x++) {
                    samples[row + x] = picture.sample(x, y, 2 - channel);
                }
            }
        }
        return Tensor.ofFloats(samples, 1, 3, frame.height(), frame.width());
    }
}
