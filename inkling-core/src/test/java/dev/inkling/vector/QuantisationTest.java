package dev.inkling.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The parts of the quantiser: tables, trellis, search, rotation. */
class QuantisationTest {
    @Test
    void entropyOfATableIsItsRate() {
        for (int rate = 1; rate <= LevelTable.RATES; rate++) {
            LevelTable table = new LevelTable(rate);
            double[] bits = table.bits();
            double entropy = 0;
            int total = 0;
            for (int level = 0; level < table.count(); level++) {
                assertThat(table.frequency(level)).isPositive();
                total += table.frequency(level);
                entropy += table.frequency(level) * bits[level] / 65536;
            }
            assertThat(total).isEqualTo(65536);
            assertThat(entropy).as("rate " + rate).isEqualTo(rate / 8.0, within(0.03));
        }
    }

    @Test
    void trellisGoesBackAsItWent() {
        for (int state = 0; state < Trellis.STATES; state++) {
            for (int half = 0; half < 2; half++) {
                assertThat(Trellis.previous(Trellis.next(state, half), half)).isEqualTo(state);
            }
        }
    }

    @Test
    void trellisFollowsTheExampleOfTheDocument() {
        int[] levels = {0, 1, 2, 0};
        int[] values = {1, -3, -5, 1};
        int[] states = {0, 121, 154, 77};
        int state = 0;
        for (int i = 0; i < levels.length; i++) {
            assertThat(Trellis.value(state, levels[i])).isEqualTo(values[i]);
            state = Trellis.next(state, Trellis.half(levels[i]));
            assertThat(state).isEqualTo(states[i]);
        }
    }

    /** Beside a search that tries all levels of a few coefficients. */
    @ParameterizedTest
    @ValueSource(ints = {16, 40, 72})
    void noPathIsBetter(int rate) {
        Rates rates = new Rates(Basis.rotated(64), rate);
        Random random = new Random(rate);
        double[] coefficients = new double[6];
        for (int trial = 0; trial < 20; trial++) {
            for (int i = 0; i < coefficients.length; i++) {
                coefficients[i] = random.nextGaussian();
            }
            int[] found = new TrellisSearch(coefficients, rates).levels(1.2);
            assertThat(cost(coefficients, rates, found))
                    .isEqualTo(least(coefficients, rates, new int[6], 0), within(1e-9));
        }
    }

    private static double cost(double[] coefficients, Rates rates, int[] levels) {
        double[] bits = rates.table(0).bits();
        double cost = 0;
        int state = 0;
        for (int i = 0; i < levels.length; i++) {
            double error = coefficients[i] / rates.step() - Trellis.value(state, levels[i]);
            cost += error * error + 1.2 * bits[levels[i]];
            state = Trellis.next(state, Trellis.half(levels[i]));
        }
        return cost;
    }

    private static double least(double[] coefficients, Rates rates, int[] levels, int done) {
        if (done == levels.length) {
            return cost(coefficients, rates, levels);
        }
        double least = Double.POSITIVE_INFINITY;
        for (int level = 0; level < Math.min(8, rates.table(0).count()); level++) {
            levels[done] = level;
            least = Math.min(least, least(coefficients, rates, levels, done + 1));
        }
        return least;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 65, 127, 768, 1152, 2048})
    void rotationIsOrthogonal(int dimension) {
        Rotation rotation = new Rotation(dimension);
        long[] values = new Random(dimension).longs(dimension, -(1 << 24), 1 << 24).toArray();
        long[] turned = rotation.inverse(values);
        double[] components = new double[dimension];
        double before = 0;
        double after = 0;
        for (int i = 0; i < dimension; i++) {
            components[i] = turned[i];
            before += (double) values[i] * values[i];
            after += components[i] * components[i];
        }
        double[] back = rotation.forward(components);

        assertThat(after / before).isEqualTo(1, within(1e-4));
        for (int i = 0; i < dimension; i++) {
            assertThat(back[i]).isEqualTo(values[i], within(1000.0));
        }
    }

    /** A Gaussian has a fourth moment of 3; a sign for each component would have 1. */
    @ParameterizedTest
    @ValueSource(ints = {127, 512, 768, 1023, 1152, 2047})
    void rotationMakesNoiseOfOneComponent(int dimension) {
        double[] components = new double[dimension];
        components[5] = Math.sqrt(dimension);
        double fourth = 0;
        for (double value : new Rotation(dimension).forward(components)) {
            fourth += Math.pow(value, 4) / dimension;
        }
        assertThat(fourth).isBetween(1.5, 4.5);
    }
}
