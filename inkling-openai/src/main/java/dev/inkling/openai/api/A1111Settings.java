package dev.inkling.openai.api;

import dev.inkling.image.ImageSize;
import dev.inkling.openai.transport.Endpoint;
import dev.inkling.openai.transport.Limits;

/**
 * How an A1111-style image server is used.
 *
 * @param side     side of a square with as many pixels as the pictures made, 256 to 2048
 * @param steps    denoising steps, 1 to 150
 * @param guidance how closely it follows the words (classifier-free guidance), 0 to 30
 * @param denoise  how much of a given picture is made anew, 0 (nothing) to 1 (everything)
 * @param sampler  name of the sampler; empty for the server's own choice
 * @param seed     beginning of the noise: the same file gives the same picture on the same server
 */
public record A1111Settings(
        Endpoint endpoint, Limits limits, int side, int steps, double guidance, double denoise, String sampler,
        long seed) {
    private static final double MOST_OBLONG = 2;
    private static final int STEP = 64;

    public A1111Settings {
        check("side", side, 256, 2048);
        check("steps", steps, 1, 150);
        check("guidance", guidance, 0, 30);
        check("denoise", denoise, 0, 1);
    }

    private static void check(String name, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new IllegalArgumentException(name + " must be " + least + " to " + most + ", found " + value);
        }
    }

    /** The size to ask for: of the wanted shape, as far as such models do not repeat things in oblong pictures. */
    ImageSize size(ImageSize wanted) {
        double shape = Math.max(
                1 / MOST_OBLONG, Math.min(MOST_OBLONG, (double) wanted.width() / wanted.height()));
        return new ImageSize(inSteps(side * Math.sqrt(shape)), inSteps(side / Math.sqrt(shape)));
    }

    private static int inSteps(double pixels) {
        return Math.max(STEP, STEP * (int) Math.round(pixels / STEP));
    }
}
