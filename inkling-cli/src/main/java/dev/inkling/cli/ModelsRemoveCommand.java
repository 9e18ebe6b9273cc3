package dev.inkling.cli;

import dev.inkling.onnx.models.ModelName;
import dev.inkling.onnx.models.ModelStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Removes models. */
@Command(name = "rm", description = "Remove models, and what is left of attempts to get them.")
final class ModelsRemoveCommand extends Subcommand {
    @Parameters(arity = "1..*", paramLabel = "NAME", description = "the models")
    private List<String> names = new ArrayList<>();

    ModelsRemoveCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return null;
    }

    @Override
    public Integer call() throws IOException {
        ModelStore store = environment.wiring().models();
        List<ModelName> models = names.stream().map(ModelFacts::name).toList();
        JsonWriter removed = new JsonWriter().beginObject().name("removed").beginArray();
        for (ModelName model : models) {
            store.remove(model);
            removed.value(model.value());
            if (!json) {
                terminal.line(model + ": removed");
            }
        }
        if (json) {
            terminal.line(removed.endArray().endObject().toString());
        }
        return ExitCode.OK.code();
    }
}
