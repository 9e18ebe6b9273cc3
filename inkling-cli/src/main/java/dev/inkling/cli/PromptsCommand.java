package dev.inkling.cli;

import dev.inkling.openai.prompt.Prompt;
import dev.inkling.openai.prompt.PromptBook;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What services are told. */
@Command(
        name = "prompts",
        description = {
            "Print what services are told, with the version of each text.",
            "Save it, change it, and give it back with --prompts FILE; what a file leaves out stays as it is."
        })
final class PromptsCommand extends Subcommand {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "print this one alone")
    private @Nullable String name;

    @Option(
            names = "--prompts",
            order = 1,
            paramLabel = "FILE",
            description = "with those of a file instead of ours (default: none)")
    private @Nullable Path file;

    PromptsCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return file == null ? null : file.toString();
    }

    @Override
    public Integer call() throws IOException {
        PromptBook book = file == null ? PromptBook.shipped() : PromptBook.shipped().replacedBy(file);
        if (json) {
            terminal.line(json(book));
        } else {
            terminal.line(name == null ? book.text().stripTrailing() : named(book, name).text());
        }
        return ExitCode.OK.code();
    }

    private static Prompt named(PromptBook book, String name) {
        try {
            return book.named(name);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + "; known: "
                    + String.join(", ", book.all().stream().map(Prompt::name).toList()));
        }
    }

    private String json(PromptBook book) {
        JsonWriter json = new JsonWriter().beginArray();
        for (Prompt prompt : book.all()) {
            if (name == null || name.equals(prompt.name())) {
                json.beginObject();
                json.name("name").value(prompt.name());
                json.name("version").value(prompt.version());
                json.name("text").value(prompt.text());
                json.endObject();
            }
        }
        return json.endArray().toString();
    }
}
