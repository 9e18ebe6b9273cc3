package dev.inkling.metrics;

import dev.inkling.image.Raster;
import java.util.Arrays;

/**
 * How strongly a fine regular grid shows, as networks that enlarge pictures by whole factors leave it: power of the
 * spectrum at periods of 8, 4, 8/3 and 2 pixels, relative to the median of the frequencies around. The largest of the
 * four along rows and along columns counts; photographs have 1 to 2.4, and 1 is the least.
 */
public final class GridStrength {
    /** Periods are this over 1 to {@link #HARMONICS}, and lines are cut to a multiple of {@link #MULTIPLE}. */
    private static final int PERIOD = 8;

    private static final int HARMONICS = 4;
    private static final int MULTIPLE = 64;

    /** Which frequencies are around a peak: this far from it, on both sides. */
    private static final int NEAREST = 4;

    private static final int FARTHEST = 12;

    private GridStrength() {}

    /** Strength of the grid in a picture; 1 when both sides are shorter than 64 pixels. */
    public static double of(Raster picture) {
        Luma luma = Luma.of(picture);
        return Math.max(along(luma, luma.width, luma.height, false), along(luma, luma.height, luma.width, true));
    }

    private static double along(Luma luma, int width, int lines, boolean columns) {
        int length = width / MULTIPLE * MULTIPLE;
        double strongest = 1;
        for (int k = 1; k <= HARMONICS && length > 0; k++) {
            int peak = Math.min(length * k / PERIOD, length / 2);
            int first = Math.max(1, peak - FARTHEST);
            int last = Math.min(length / 2, peak + FARTHEST);
            double[] power = new double[last + 1];
            for (int frequency = first; frequency <= last; frequency++) {
                power[frequency] = power(luma, length, lines, columns, frequency);
            }
            strongest = Math.max(strongest, ratio(power, first, peak));
        }
        return strongest;
    }

    private static double ratio(double[] power, int first, int peak) {
        double highest = 0;
        double[] around = new double[power.length];
        int count = 0;
        for (int f = first; f < power.length; f++) {
            int distance = Math.abs(f - peak);
            if (distance <= 1) {
                highest = Math.max(highest, power[f]);
            } else if (distance >= NEAREST) {
                around[count++] = power[f];
            }
        }
        Arrays.sort(around, 0, count);
        double median = (around[(count - 1) / 2] + around[count / 2]) / 2;
        return median > 0 ? highest / median : 1;
    }

    /** Power at a frequency, in periods a line, summed over all lines under a Hann window. */
    private static double power(Luma luma, int length, int lines, boolean columns, int frequency) {
        double[] cosine = new double[length];
        double[] sine = new double[length];
        double sumCosine = 0;
        double sumSine = 0;
        for (int i = 0; i < length; i++) {
            double window = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / (length - 1));
            double angle = 2 * Math.PI * ((long) frequency * i % length) / length;
            cosine[i] = window * Math.cos(angle);
            sine[i] = window * Math.sin(angle);
            sumCosine += cosine[i];
            sumSine += sine[i];
        }
        double power = 0;
        for (int line = 0; line < lines; line++) {
            double mean = 0;
            double real = 0;
            double imaginary = 0;
            for (int i = 0; i < length; i++) {
                double value = columns ? luma.at(line, i) : luma.at(i, line);
                mean += value / length;
                real += value * cosine[i];
                imaginary += value * sine[i];
            }
            real -= mean * sumCosine;
            imaginary -= mean * sumSine;
            power += real * real + imaginary * imaginary;
        }
        return power;
    }
}
