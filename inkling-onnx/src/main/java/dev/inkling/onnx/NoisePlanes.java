package dev.inkling.onnx;

/**
 * The noise that the generator makes texture from: the same for each place of a picture, whatever the tiles and the
 * machine.
 *
 * <p>The sample of plane {@code p}, row {@code y} and column {@code x} is made from the 64-bit integer
 * {@code (p * 2^40 + y * 2^20 + x + 1) * 0x9E3779B97F4A7C15}, scrambled with the last steps of SplitMix64 (Steele, Lea
 * and Flood 2014): its upper 24 bits, from which 2^23 is taken, divided by 2^23.
 */
final class NoisePlanes {
    /** Number of planes. */
    static final int COUNT = 4;

    private NoisePlanes() {}

    /** Samples from -1 to 1, plane by plane and row by row, of an area that begins at {@code (left, top)}. */
    static float[] of(int left, int top, int width, int height) {
        float[] samples = new float[COUNT * width * height];
        int i = 0;
        for (long plane = 0; plane < COUNT; plane++) {
            for (int y = top; y < top + height; y++) {
                for (int x = left; x < left + width; x++) {
                    samples[i++] = sample((plane << 40) + ((long) y << 20) + x);
                }
            }
        }
        return samples;
    }

    private static float sample(long place) {
        long z = (place + 1) * 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        z ^= z >>> 31;
        return ((z >>> 40) - (1 << 23)) / (float) (1 << 23);
    }
}
