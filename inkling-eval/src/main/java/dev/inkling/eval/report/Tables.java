package dev.inkling.eval.report;

import dev.inkling.eval.BdRateRow;
import dev.inkling.eval.Mean;
import dev.inkling.eval.Mean.Spread;
import dev.inkling.eval.Results;
import dev.inkling.eval.Results.CodecFacts;
import dev.inkling.eval.Results.MetricFacts;
import dev.inkling.eval.SetDistanceRow;
import dev.inkling.eval.Setup;
import java.util.Locale;
import java.util.OptionalDouble;

/** The tables of the page. */
final class Tables {
    private Tables() {}

    /** Mean rates, scores and times of each codec at each budget. */
    static String means(Results results) {
        StringBuilder html = new StringBuilder("<table><thead><tr><th>codec</th><th>at most</th><th>bytes</th>"
                + "<th>bpp</th><th>µbpp</th>");
        results.metrics().forEach(metric -> html.append("<th>").append(Html.escape(metric.name())).append("</th>"));
        html.append("<th>encode s</th><th>decode s</th><th>bits by part</th><th>failed</th></tr></thead><tbody>\n");
        for (Mean mean : results.means()) {
            html.append("<tr><th>").append(Html.escape(mean.codec())).append("</th>");
            cell(html, "%d", mean.maxBytes());
            if (mean.pictures() == 0) {
                html.append("<td>–</td>".repeat(results.metrics().size() + 6));
            } else {
                meanCells(results, mean, html);
            }
            html.append(mean.failed() == 0 ? "<td>" : "<td class=\"failed\">").append(mean.failed())
                    .append("</td></tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    private static void meanCells(Results results, Mean mean, StringBuilder html) {
        cell(html, "%.1f", mean.bytes());
        cell(html, "%.5f", mean.bpp());
        cell(html, "%.0f", mean.microBpp());
        for (MetricFacts metric : results.metrics()) {
            Spread spread = mean.metrics().get(metric.name());
            html.append("<td>").append(spread == null
                    ? "–"
                    : String.format(Locale.ROOT, "%.4f <small>±%.4f</small>", spread.mean(), spread.standardDeviation()))
                    .append("</td>");
        }
        cell(html, "%.3f", mean.encodeSeconds());
        cell(html, "%.3f", mean.decodeSeconds());
        html.append("<td><small>");
        mean.parts().forEach((name, bits) ->
                html.append(String.format(Locale.ROOT, "%s %.1f ", Html.escape(name), bits)));
        html.append("</small></td>");
    }

    private static void cell(StringBuilder html, String format, Object value) {
        html.append("<td>").append(String.format(Locale.ROOT, format, value)).append("</td>");
    }

    /** What other codecs need for the same scores. */
    static String bdRates(Results results) {
        if (results.bdRates().isEmpty()) {
            return "<p>There is no other codec to compare with.</p>\n";
        }
        StringBuilder html = new StringBuilder("<table><thead><tr><th>codec</th>");
        results.metrics().forEach(metric -> html.append("<th>").append(Html.escape(metric.name())).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        for (CodecFacts codec : results.codecs().subList(1, results.codecs().size())) {
            html.append("<tr><th>").append(Html.escape(codec.name())).append("</th>");
            results.bdRates().stream()
                    .filter(row -> row.codec().equals(codec.name()))
                    .map(BdRateRow::percent)
                    .forEach(percent -> html.append("<td>").append(percent(percent)).append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>\n").toString();
    }

    /** Distances of whole sets; nothing when there are none. */
    static String setDistances(Results results) {
        if (results.setDistances().isEmpty()) {
            return "";
        }
        StringBuilder html = new StringBuilder("<section id=\"set-distances\">\n<h2>Distances of the sets</h2>\n"
                + "<div class=\"wide\">\n<table><thead><tr><th>codec</th><th>at most</th><th>pictures</th>"
                + "<th>Fréchet</th><th>kernel</th></tr></thead><tbody>\n");
        for (SetDistanceRow row : results.setDistances()) {
            html.append("<tr><th>").append(Html.escape(row.codec())).append("</th>");
            cell(html, "%d", row.maxBytes());
            cell(html, "%d", row.pictures());
            cell(html, "%.5f", row.frechet());
            cell(html, "%.6f", row.kernel());
            html.append("</tr>\n");
        }
        return html.append("</tbody></table>\n</div>\n<p class=\"note\">Of all reconstructions from all sources, in the"
                        + " embeddings of ")
                .append(Html.escape(results.setDistances().get(0).embedder()))
                .append("; lower is closer. Not comparable with other embedders or other numbers of pictures.</p>\n"
                        + "</section>\n")
                .toString();
    }

    private static String percent(OptionalDouble percent) {
        return percent.isPresent() ? String.format(Locale.ROOT, "%+.1f %%", percent.getAsDouble()) : "–";
    }

    /** How the results were made. */
    static String setup(Results results) {
        Setup setup = results.setup();
        StringBuilder html = new StringBuilder("<dl>\n");
        fact(html, "command", setup.command());
        fact(html, "Inkling", setup.version() + ", code SHA-256 " + setup.code());
        fact(html, "machine", setup.system() + ", " + setup.cores() + " cores, Java " + setup.java());
        fact(html, "finished", setup.finished());
        results.codecs().forEach(codec -> fact(html, "codec " + codec.name(), codec.identity()));
        results.metrics().forEach(metric -> fact(
                html, "metric " + metric.name(),
                metric.model().isEmpty() ? "computed without a model" : "model " + metric.model()));
        return html.append("</dl>\n").toString();
    }

    private static void fact(StringBuilder html, String name, String value) {
        html.append("<dt>").append(Html.escape(name)).append("</dt><dd>").append(Html.escape(value))
                .append("</dd>\n");
    }
}
