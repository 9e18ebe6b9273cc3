package dev.inkling.cli;

import dev.inkling.ProviderException;
import dev.inkling.onnx.models.ModelName;
import dev.inkling.onnx.models.ModelStore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** What is there. */
@Command(name = "list", description = "List the models that are there.")
final class ModelsListCommand extends Subcommand {
    ModelsListCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return null;
    }

    @Override
    public Integer call() throws IOException {
        ModelStore store = environment.wiring().models();
        JsonWriter all = new JsonWriter().beginArray();
        for (ModelName name : store.names()) {
            list(store, name, all);
        }
        if (json) {
            terminal.line(all.endArray().toString());
        } else if (store.names().isEmpty()) {
            terminal.line("no models in " + store.folder() + "; inkling models pull hf:OWNER/NAME gets one");
        }
        return ExitCode.OK.code();
    }

    /** One whose lock is damaged does not hide the others. */
    private void list(ModelStore store, ModelName name, JsonWriter all) throws IOException {
        try {
            ModelFacts facts = ModelFacts.of(store, name);
            facts.writeTo(all);
            if (!json) {
                terminal.line(facts.text());
            }
        } catch (ProviderException e) {
            Failure failure = Failure.of(e, null);
            all.beginObject().name("name").value(name.value()).name("error");
            failure.writeTo(all);
            all.endObject();
            terminal.errorLine(failure.line());
        }
    }
}
