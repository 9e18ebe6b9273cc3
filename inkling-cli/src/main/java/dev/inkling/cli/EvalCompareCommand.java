package dev.inkling.cli;

import dev.inkling.eval.Comparison;
import dev.inkling.eval.ResultsFile;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares two evaluations picture by picture. */
@Command(
        name = "compare",
        description = {
            "Show how two evaluations of the same pictures differ, picture by picture.",
            "B - A is a mean over pictures; its 95 %% confidence interval is a bootstrap's. An interval that leaves out"
                    + " 0 has a *."
        })
final class EvalCompareCommand extends Subcommand {
    @Parameters(index = "0", paramLabel = "A", description = "folder of an evaluation, or its results.json")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B", description = "the other one")
    private String after = "";

    EvalCompareCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return null;
    }

    @Override
    public Integer call() throws IOException {
        List<Comparison.Difference> differences = Comparison.of(
                ResultsFile.read(FileNames.path(before)), ResultsFile.read(FileNames.path(after)));
        if (differences.isEmpty()) {
            throw new UsageException("the two have no picture, codec and budget in common");
        }
        terminal.line(json ? json(differences) : text(differences));
        return ExitCode.OK.code();
    }

    private static String text(List<Comparison.Difference> differences) {
        StringBuilder text = new StringBuilder(
                "codec                      at most  measure       pictures          A      B - A   95 % interval");
        for (Comparison.Difference one : differences) {
            text.append(String.format(
                    Locale.ROOT, "%n%-26s %7d  %-13s %8d %10.5g %+10.4g   %+.4g to %+.4g%s", one.codec(), one.maxBytes(),
                    one.measure(), one.pictures(), one.before(), one.mean(), one.low(), one.high(),
                    one.isSignificant() ? " *" : ""));
        }
        return text.toString();
    }

    private static String json(List<Comparison.Difference> differences) {
        JsonWriter json = new JsonWriter().beginObject().name("differences").beginArray();
        for (Comparison.Difference one : differences) {
            json.beginObject().name("codec").value(one.codec()).name("maxBytes").value(one.maxBytes());
            json.name("measure").value(one.measure()).name("pictures").value(one.pictures());
            json.name("before").value(one.before()).name("difference").value(one.mean());
            json.name("low").value(one.low()).name("high").value(one.high()).endObject();
        }
        return json.endArray().endObject().toString();
    }
}
