package dev.inkling.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.benchmarks.Speed.Row;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.RunnerException;

class SpeedRunTest {
    @Test
    void everyBenchmarkRuns() throws RunnerException {
        SpeedRun run = SpeedRun.brief();

        List<Row> rows = run.run();

        assertThat(rows).allSatisfy(row -> assertThat(row.microseconds()).isPositive());
        assertThat(rows).extracting(Row::benchmark).contains(
                "EntropyBenchmark.decodeBits", "TextBenchmark.encode", "KeywordSetBenchmark.decode",
                "VectorBenchmark.encode", "PictureLayerBenchmark.encode", "ResamplerBenchmark.shrinkMegapixel", "MetricBenchmark.measure");
        assertThat(rows).filteredOn(row -> row.benchmark().equals("TextBenchmark.decode")).hasSize(4);
        assertThat(run.leftOut()).singleElement().asString().startsWith("LpipsBenchmark: no model");
    }

    @Test
    void aMachineSaysWhatItIs() throws IOException {
        assertThat(Machine.hardware()).contains(System.getProperty("os.arch")).endsWith(" cores");
    }
}
