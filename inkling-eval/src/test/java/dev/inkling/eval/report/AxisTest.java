package dev.inkling.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void logarithmicTicksAreRound() {
        Axis axis = Axis.logarithmic(145, 250, 700);

        assertThat(axis.ticks()).containsExactly(150.0, 200.0, 300.0, 400.0, 500.0, 700.0);
        assertThat(axis.at(Math.sqrt(axis.low() * axis.high()))).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void linearTicksAreRound() {
        assertThat(Axis.linear(20.6, 23).ticks().stream().map(Axis::label))
                .containsExactly("20.5", "21", "21.5", "22", "22.5", "23");
        assertThat(Axis.linear(0.41, 0.45).ticks().stream().map(Axis::label)).contains("0.42", "0.44");
    }

    @Test
    void oneValueIsInTheMiddle() {
        assertThat(Axis.linear(20).at(20)).isCloseTo(0.5, within(1e-9));
        assertThat(Axis.logarithmic(300).at(300)).isCloseTo(0.5, within(1e-9));
    }
}
