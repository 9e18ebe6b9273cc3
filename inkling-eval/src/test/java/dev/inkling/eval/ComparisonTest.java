package dev.inkling.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    @Test
    void aConstantDifferenceIsCertain() {
        Comparison.Difference psnr = psnr(SomeResults.of(20, 25, 30), SomeResults.of(20.5, 25.5, 30.5));

        assertThat(psnr.pictures()).isEqualTo(3);
        assertThat(psnr.before()).isCloseTo(25, within(1e-12));
        assertThat(psnr.mean()).isCloseTo(0.5, within(1e-12));
        assertThat(psnr.low()).isCloseTo(0.5, within(1e-12));
        assertThat(psnr.high()).isCloseTo(0.5, within(1e-12));
        assertThat(psnr.isSignificant()).isTrue();
    }

    @Test
    void equalResultsDoNotDiffer() {
        Comparison.Difference psnr = psnr(SomeResults.of(20, 25), SomeResults.of(20, 25));

        assertThat(psnr.mean()).isZero();
        assertThat(psnr.isSignificant()).isFalse();
    }

    /** For many pictures the interval is that of the normal distribution: 1.96 standard errors to either side. */
    @Test
    void intervalIsThatOfTheMean() {
        Random random = new Random(7);
        double[] noise = IntStream.range(0, 400).mapToDouble(i -> random.nextGaussian()).toArray();
        Comparison.Difference psnr = psnr(SomeResults.of(new double[400]), SomeResults.of(noise));

        assertThat(psnr.high() - psnr.mean()).isCloseTo(1.96 / 20, within(0.012));
        assertThat(psnr.mean() - psnr.low()).isCloseTo(1.96 / 20, within(0.012));
        assertThat(psnr(SomeResults.of(new double[400]), SomeResults.of(noise))).isEqualTo(psnr);
    }

    @Test
    void picturesThatFailedOnceAreLeftOut() {
        Results before = SomeResults.of(20, 25, 30);
        Results after = SomeResults.of(before.pictures(), List.of(
                SomeResults.measurement("p0", 90, 21), SomeResults.failure("p1"),
                SomeResults.measurement("p2", 91, 31)));

        assertThat(Comparison.of(before, after)).extracting(Comparison.Difference::measure, Comparison.Difference::pictures)
                .containsExactly(
                        tuple("bytes", 2), tuple("psnr", 2));
    }

    @Test
    void picturesArePairedByContent() {
        Results before = SomeResults.of(20, 25);
        Results renamed = SomeResults.of(
                List.of(new Results.PictureFacts("other", "hash1", 10, 10)),
                List.of(SomeResults.measurement("other", 100, 26)));

        assertThat(psnr(before, renamed).mean()).isCloseTo(1, within(1e-12));
    }

    private static Comparison.Difference psnr(Results before, Results after) {
        return Comparison.of(before, after).stream()
                .filter(difference -> difference.measure().equals("psnr"))
                .findFirst()
                .orElseThrow();
    }
}
