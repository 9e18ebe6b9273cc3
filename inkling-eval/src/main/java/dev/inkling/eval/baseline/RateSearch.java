package dev.inkling.eval.baseline;

import java.io.IOException;
import java.util.OptionalInt;

/** Finds the setting of a codec that makes the most of a byte budget. */
final class RateSearch {
    /** Length of the file at a setting, in bytes. */
    @FunctionalInterface
    interface Length {
        long at(int setting) throws IOException;
    }

    private RateSearch() {}

    /**
     * The finest setting within the budget, by halving: about log2 of {@code settings} encodings. Where lengths do not
     * quite rise with the setting it may miss a finer one, but what it returns always fits.
     *
     * @param maxBytes most bytes of the file
     * @param settings how many there are; 0 gives the fewest bytes
     * @return empty when not even setting 0 fits
     */
    static OptionalInt finest(int maxBytes, int settings, Length length) throws IOException {
        int fits = -1;
        int tooLong = settings;
        while (tooLong - fits > 1) {
            int middle = (fits + tooLong) >>> 1;
            if (length.at(middle) <= maxBytes) {
                fits = middle;
            } else {
                tooLong = middle;
            }
        }
        return fits < 0 ? OptionalInt.empty() : OptionalInt.of(fits);
    }
}
