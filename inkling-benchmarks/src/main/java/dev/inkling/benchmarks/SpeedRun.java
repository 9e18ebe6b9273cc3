package dev.inkling.benchmarks;

import dev.inkling.benchmarks.Speed.Row;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the benchmarks. */
final class SpeedRun {
    private final List<String> leftOut = new ArrayList<>();
    private final ChainedOptionsBuilder options;

    private SpeedRun(ChainedOptionsBuilder options) {
        this.options = options.mode(Mode.AverageTime).timeUnit(TimeUnit.MICROSECONDS).shouldFailOnError(true);
        if (System.getProperty(LpipsBenchmark.MODEL) == null) {
            options.exclude(LpipsBenchmark.class.getSimpleName());
            leftOut.add("LpipsBenchmark: no model; name one with -D" + LpipsBenchmark.MODEL + "=FILE");
        }
    }

    /** Each benchmark in a Java of its own, some ten seconds. */
    static SpeedRun whole() {
        return new SpeedRun(new OptionsBuilder()
                .include(SpeedRun.class.getPackageName())
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1)));
    }

    /** Each benchmark for a moment, to see that it runs: the figures mean nothing. */
    static SpeedRun brief() {
        return new SpeedRun(new OptionsBuilder()
                .include(SpeedRun.class.getPackageName())
                .forks(0)
                .verbosity(VerboseMode.SILENT)
                .warmupIterations(0)
                .measurementIterations(1)
                .measurementTime(TimeValue.milliseconds(1)));
    }

    /** What is not run, and why. */
    List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** @throws RunnerException when a benchmark fails */
    List<Row> run() throws RunnerException {
        Collection<RunResult> results = new Runner(options.build()).run();
        return results.stream().map(SpeedRun::row).toList();
    }

    private static Row row(RunResult result) {
        Map<String, String> parameters = new TreeMap<>();
        result.getParams().getParamsKeys().forEach(key -> parameters.put(key, result.getParams().getParam(key)));
        String name = result.getParams().getBenchmark();
        Result<?> time = result.getPrimaryResult();
        double error = Double.isNaN(time.getScoreError()) ? 0 : time.getScoreError();
        return new Row(
                name.substring(SpeedRun.class.getPackageName().length() + 1), parameters, rounded(time.getScore()),
                rounded(error));
    }

    /** Four significant digits are more than a second run repeats. */
    private static double rounded(double value) {
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }
}
