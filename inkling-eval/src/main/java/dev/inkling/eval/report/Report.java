package dev.inkling.eval.report;

import dev.inkling.eval.Plan;
import dev.inkling.eval.ResultFolder;
import dev.inkling.eval.Results;
import dev.inkling.eval.Results.MetricFacts;
import dev.inkling.eval.ResultsFile;
import dev.inkling.eval.Trial.Outcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * The documents of an evaluation: {@code results.json}, {@code results.csv}, {@code report.html} and a {@code
 * chart-METRIC.png} for each metric.
 *
 * @param results  what was found
 * @param plan     what was done
 * @param outcomes the measurements with their pictures
 * @param folder   where the documents go
 */
public record Report(Results results, Plan plan, List<Outcome> outcomes, ResultFolder folder) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Writes all of them; each appears whole or not at all. */
    public void write() throws IOException {
        folder.publish(ResultsFile.JSON_NAME, ResultsFile.json(results));
        folder.publish("results.csv", ResultsFile.csv(results));
        for (MetricFacts metric : results.metrics()) {
            Chart chart = Chart.of(results, metric);
            if (!chart.isEmpty()) {
                folder.publish("chart-" + metric.name() + ".png", PngChart.of(chart));
            }
        }
        folder.publish("report.html", html().getBytes(StandardCharsets.UTF_8));
    }

    private String html() throws IOException {
        return resource("report.html")
                .replace("{{style}}", resource("report.css"))
                .replace("{{summary}}", summary())
                .replace("{{legend}}", legend())
                .replace("{{charts}}", charts())
                .replace("{{means}}", Tables.means(results))
                .replace("{{anchor}}", Html.escape(results.codecs().get(0).name()))
                .replace("{{bdrates}}", Tables.bdRates(results))
                .replace("{{setdistances}}", Tables.setDistances(results))
                .replace("{{setup}}", Tables.setup(results))
                .replace("{{metrics}}", JSON.writeValueAsString(results.metrics()).replace("<", "\\u003c"))
                .replace("{{script}}", resource("report.js"))
                .replace("{{gallery}}", Gallery.of(plan, outcomes, folder).json());
    }

    private String summary() {
        return String.format(
                Locale.ROOT, "%d pictures, %d codecs, %d budgets: %d measurements, %d failed.",
                results.pictures().size(), results.codecs().size(), results.maxBytes().size(),
                results.measurements().size(), results.failures());
    }

    private String legend() {
        StringBuilder html = new StringBuilder();
        for (int place = 0; place < results.codecs().size(); place++) {
            html.append("<li style=\"--codec:").append(ChartFrame.colour(place)).append("\">")
                    .append(Html.escape(results.codecs().get(place).name())).append("</li>\n");
        }
        return html.toString();
    }

    private String charts() {
        StringBuilder html = new StringBuilder();
        for (MetricFacts metric : results.metrics()) {
            Chart chart = Chart.of(results, metric);
            html.append(chart.isEmpty()
                    ? "<p>No budget at which " + Html.escape(metric.name()) + " of every picture was measured.</p>\n"
                    : SvgChart.of(chart));
        }
        return html.toString();
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = Report.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
