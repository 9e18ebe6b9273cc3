package dev.inkling.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BdRateTest {
    /** The curves that implementations of the method are usually shown with. */
    private static final List<RatePoint> ANCHOR = curve(686.76, 40.28, 309.58, 37.18, 157.11, 34.24, 85.95, 31.42);
    private static final List<RatePoint> TEST = curve(893.34, 40.39, 407.8, 37.21, 204.93, 34.17, 112.75, 31.24);

    /** Reference values: integrals of SciPy's PchipInterpolator over the logarithm of the rate. */
    @Test
    void agreesWithAnIndependentComputation() {
        assertBdRate(ANCHOR, TEST, 31.37987820239754);
        assertBdRate(
                curve(937.0112, 45.5074, 1405.4792, 47.0002, 3438.7128, 49.9565, 6448.6368, 52.1459),
                curve(822.0064, 45.7215, 1608.9144, 47.6227, 3086.912, 50.1394, 5784.7696, 52.3339),
                -11.373999951926228);
        assertBdRate(curve(1, 1, 2, 2, 3, 4), curve(2, 1.5, 3, 1.75, 9, 6), 93.29067958873736);
    }

    @Test
    void takesScoresOfWhichLowerIsBetter() {
        assertBdRate(
                curve(150, .61, 250, .55, 400, .48, 700, .41),
                curve(150, .58, 252, .50, 398, .47, 690, .32),
                -22.797382640158038);
    }

    @Test
    void twiceTheRateIsAHundredPerCentMore() {
        List<RatePoint> doubled =
                ANCHOR.stream().map(point -> new RatePoint(2 * point.rate(), point.score())).toList();

        assertBdRate(ANCHOR, doubled, 100);
        assertBdRate(doubled, ANCHOR, -50);
        assertBdRate(ANCHOR, ANCHOR, 0);
    }

    @Test
    void orderDoesNotMatter() {
        List<RatePoint> shuffled = new ArrayList<>(TEST);
        Collections.rotate(shuffled, 2);

        assertThat(BdRate.of(ANCHOR, shuffled)).isEqualTo(BdRate.of(ANCHOR, TEST));
    }

    @Test
    void curvesThatCannotBeComparedHaveNone() {
        assertThat(BdRate.of(curve(1, 1, 2, 2), curve(1, 3, 2, 4))).isEmpty();
        assertThat(BdRate.of(curve(1, 1, 2, 2), curve(1, 2, 2, 4))).isEmpty();
        assertThat(BdRate.of(curve(1, 1, 2, 3, 3, 2), curve(1, 1, 2, 2))).isEmpty();
        assertThat(BdRate.of(curve(1, 1, 2, 1), curve(1, 1, 2, 2))).isEmpty();
        assertThat(BdRate.of(curve(1, 1, 1, 2), curve(1, 1, 2, 2))).isEmpty();
    }

    @Test
    void refusesWhatIsNoCurve() {
        assertThatIllegalArgumentException().isThrownBy(() -> BdRate.of(ANCHOR, curve(1, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> new RatePoint(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new RatePoint(1, Double.NaN));
    }

    private static void assertBdRate(List<RatePoint> anchor, List<RatePoint> test, double expected) {
        assertThat(BdRate.of(anchor, test).getAsDouble()).isCloseTo(expected, within(1e-9));
    }

    private static List<RatePoint> curve(double... ratesAndScores) {
        List<RatePoint> points = new ArrayList<>();
        for (int i = 0; i < ratesAndScores.length; i += 2) {
            points.add(new RatePoint(ratesAndScores[i], ratesAndScores[i + 1]));
        }
        return points;
    }
}
