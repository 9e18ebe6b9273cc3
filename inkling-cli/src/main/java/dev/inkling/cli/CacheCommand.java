package dev.inkling.cli;

import dev.inkling.openai.cost.AnswerCache;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** The answers that are kept. */
@Command(
        name = "cache",
        description = {
            "Show or clear the answers of services that are kept, so that nothing is paid for twice.",
            "Where they are and how large they may grow is in config.yaml; see docs/services.md."
        })
final class CacheCommand extends Subcommand {
    /** What to do with them. */
    enum Task {
        INFO,
        CLEAR;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "TASK", description = "info (how many and how large) or clear (remove all)")
    private Task task = Task.INFO;

    CacheCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return null;
    }

    @Override
    public Integer call() throws IOException {
        AnswerCache cache = environment.wiring().services(new ServiceOptions()).cache();
        AnswerCache.Contents contents = task == Task.CLEAR ? cache.clear() : cache.contents();
        terminal.line(json ? json(cache, contents) : text(cache, contents));
        return ExitCode.OK.code();
    }

    private String text(AnswerCache cache, AnswerCache.Contents contents) {
        String verb = task == Task.CLEAR ? " removed, " : " kept, ";
        return String.format(
                Locale.ROOT, "%s: %d %s%s%.1f MB", cache.folder(), contents.answers(),
                contents.answers() == 1 ? "answer" : "answers", verb, contents.bytes() / 1e6);
    }

    private String json(AnswerCache cache, AnswerCache.Contents contents) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("folder").value(cache.folder().toString());
        json.name("task").value(task.toString());
        json.name("answers").value(contents.answers());
        json.name("bytes").value(contents.bytes());
        return json.endObject().toString();
    }
}
