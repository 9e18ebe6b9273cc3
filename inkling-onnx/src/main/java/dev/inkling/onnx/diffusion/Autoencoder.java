package dev.inkling.onnx.diffusion;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Network;
import dev.inkling.onnx.pixels.Normalisation;

/**
 * Pictures to latents and back. The encoder takes {@code 1 x 3 x H x W} samples from -1 to 1 and returns latents, or
 * their means followed by as many logarithms of variances; the decoder is the other way round.
 *
 * @param shape of the latents
 * @param side  how many pixels a latent is wide and high
 * @param scale what latents are multiplied by so that their deviation is 1
 */
record Autoencoder(LatentShape shape, int side, double scale) {
    /** The likeliest latent of a picture of {@link #pictureSize}. */
    float[] encode(Network encoder, Raster picture) throws ProviderException {
        float[] made = encoder.run(Normalisation.SIGNED.tensor(picture)).floats();
        if (made.length != shape.count() && made.length != 2 * shape.count()) {
            throw encoder.file().failure("expected latents of " + shape + " or twice as many values, found " + made.length);
        }
        float[] latent = new float[shape.count()];
        for (int i = 0; i < latent.length; i++) {
            latent[i] = (float) (scale * made[i]);
        }
        return latent;
    }

    /** The picture of a latent. */
    Raster decode(Network decoder, float[] latent) throws ProviderException {
        float[] scaled = new float[latent.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (float) (latent[i] / scale);
        }
        float[] samples = decoder.run(shape.tensor(scaled)).floats();
        ImageSize size = pictureSize();
        if (samples.length != Raster.byteCount(size)) {
            throw decoder.file().failure("expected a picture of " + size + ", found " + samples.length + " samples");
        }
        return raster(decoder, samples, size);
    }

    /** The size of pictures that have latents of this shape. */
    ImageSize pictureSize() {
        return new ImageSize(side * shape.width(), side * shape.height());
    }

    private static Raster raster(Network decoder, float[] samples, ImageSize size) throws ProviderException {
        byte[] rgb = new byte[samples.length];
        int pixels = samples.length / 3;
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw decoder.file().failure("its result has a sample that is not a finite number");
            }
            int sample = (int) (samples[i] * 127.5f + 128);
            rgb[3 * (i % pixels) + i / pixels] = (byte) Math.max(0, Math.min(255, sample));
        }
        return Raster.wrap(size, rgb);
    }
}
