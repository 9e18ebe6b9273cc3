package dev.inkling.benchmarks;

import java.util.List;
import java.util.Map;

/**
 * How fast this version is on one machine.
 *
 * @param what     what the figures are
 * @param command  how to repeat them
 * @param commit   of the source; ends in {@code -dirty} when something was changed since
 * @param java     version and maker of the Java runtime
 * @param hardware system, processor and cores
 * @param load     processes that wanted a core in the minute before; negative where the system does not tell
 * @param finished when the run ended, UTC
 * @param leftOut  benchmarks that were not run, and why
 * @param results  by benchmark
 */
record Speed(
        String what,
        String command,
        String commit,
        String java,
        String hardware,
        double load,
        String finished,
        List<String> leftOut,
        List<Row> results) {

    /**
     * One benchmark.
     *
     * @param benchmark    class and method
     * @param parameters   of the benchmark
     * @param microseconds mean time of one call on one thread
     * @param error        half of the 99.9 % confidence interval of the mean, in microseconds
     */
    record Row(String benchmark, Map<String, String> parameters, double microseconds, double error) {}
}
