package dev.inkling.cli;

import dev.inkling.onnx.models.ModelName;
import dev.inkling.onnx.models.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes in what is on this machine. */
@Command(
        name = "import",
        description = {
            "Take in a model that is on this machine: a folder as Hugging Face lays it out, or one ONNX file.",
            "Files are linked where the disk is the same, else copied; what no network needs stays out."
        })
final class ModelsImportCommand extends Subcommand {
    @Parameters(paramLabel = "PATH", description = "the folder or file")
    private String source = "";

    @Option(
            names = "--name",
            order = 1,
            paramLabel = "NAME",
            description = "what options will call it (default: the name of the folder, or of the file without extension)")
    private @Nullable String name;

    @Option(names = "--force", order = 2, description = "replace a model of that name")
    private boolean force;

    ModelsImportCommand(Environment environment) {
        super(environment);
    }

    @Override
    String subject() {
        return source;
    }

    @Override
    public Integer call() throws IOException {
        ModelStore store = environment.wiring().models();
        Path path = FileNames.path(source);
        ModelName model = name == null ? defaultName(path) : ModelFacts.name(name);
        if (!force) {
            store.requireFree(model);
        }
        try (TransferBar bar = new TransferBar(terminal)) {
            store.importFrom(path, model, bar);
        }
        ModelFacts facts = ModelFacts.of(store, model);
        terminal.line(json ? facts.json() : facts.text());
        return ExitCode.OK.code();
    }

    private static ModelName defaultName(Path path) {
        String file = String.valueOf(path.toAbsolutePath().normalize().getFileName());
        String name = file.endsWith(".onnx") ? FileNames.withoutExtension(file) : file;
        if (!ModelName.isName(name)) {
            throw new UsageException("a model cannot be called '" + name + "'; give it a name with --name");
        }
        return new ModelName(name);
    }
}
