package dev.inkling.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockTransformTest {
    /** Largest residual: luma may be off by its whole range. */
    private static final int RANGE = 7095;

    @ParameterizedTest
    @CsvSource({"2, 24", "3, 24", "4, 24"})
    void inverseUndoesForward(int log, int tolerance) {
        SplittableRandom random = new SplittableRandom(log);
        int count = 1 << 2 * log;
        for (int kind = 0; kind < Basis.KINDS * Basis.KINDS; kind++) {
            int rows = kind % Basis.KINDS;
            int columns = kind / Basis.KINDS;
            int[] block = new int[count];
            for (int i = 0; i < count; i++) {
                block[i] = random.nextInt(2 * RANGE + 1) - RANGE;
            }
            int[] coefficients = new int[count];
            BlockTransform.forward(block, coefficients, log, rows, columns, new int[count]);
            int[] back = new int[count];
            BlockTransform.inverse(coefficients, back, log, rows, columns, new long[count]);
            for (int i = 0; i < count; i++) {
                assertThat(back[i]).as("kinds %d, %d", rows, columns).isBetween(block[i] - tolerance, block[i] + tolerance);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5"})
    void forwardUndoesInverseForTheFrequenciesInUse(int log) {
        SplittableRandom random = new SplittableRandom(log);
        int count = 1 << 2 * log;
        int used = Math.min(Scan.LARGEST_FREQUENCIES, 1 << log);
        int[] coefficients = new int[count];
        for (int v = 0; v < used; v++) {
            for (int u = 0; u < used; u++) {
                coefficients[(v << log) + u] = random.nextInt(401) - 200;
            }
        }
        int[] block = new int[count];
        BlockTransform.inverse(coefficients, block, log, 0, 1, new long[count]);
        int[] back = new int[count];
        BlockTransform.forward(block, back, log, 0, 1, new int[count]);
        for (int i = 0; i < count; i++) {
            assertThat(back[i]).isBetween(coefficients[i] - 3, coefficients[i] + 3);
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5"})
    void basisIsOrthonormal(int log) {
        int side = 1 << log;
        double one = 1L << 2 * Basis.SHIFT;
        for (int kind = 0; kind < Basis.KINDS; kind++) {
            int[][] basis = Basis.of(kind, log);
            for (int j = 0; j < side; j++) {
                for (int k = 0; k < side; k++) {
                    long dot = 0;
                    for (int n = 0; n < side; n++) {
                        dot += (long) basis[j][n] * basis[k][n];
                    }
                    assertThat(dot / one).isBetween(j == k ? 0.998 : -0.002, j == k ? 1.002 : 0.002);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"2", "3", "4", "5"})
    void largestLevelsDoNotOverflow(int log) {
        int count = 1 << 2 * log;
        int[] values = new int[count];
        int used = Math.min(Scan.LARGEST_FREQUENCIES, 1 << log);
        for (int v = 0; v < used; v++) {
            for (int u = 0; u < used; u++) {
                values[(v << log) + u] = Quantiser.dequantise(Quantiser.MAX_LEVEL, Quantiser.stepSize(Quantiser.STEPS - 1));
            }
        }
        int[] out = new int[count];
        int[] negative = new int[count];
        BlockTransform.inverse(values, out, log, 0, 0, new long[count]);
        for (int i = 0; i < count; i++) {
            values[i] = -values[i];
        }
        BlockTransform.inverse(values, negative, log, 0, 0, new long[count]);
        for (int i = 0; i < count; i++) {
            assertThat(out[i] + negative[i]).as("an overflow would break the symmetry").isBetween(-1, 1);
        }
    }
}
