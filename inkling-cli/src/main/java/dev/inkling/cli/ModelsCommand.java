package dev.inkling.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The networks that a user has. */
@Command(
        name = "models",
        description = {
            "Get, list, check and remove the networks that options take by name.",
            "They are in ~/.cache/inkling/models, or where INKLING_MODELS says; see docs/models.md."
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n")
final class ModelsCommand extends CommandGroup {
    private ModelsCommand() {
        super("models list, models pull, models import, models verify or models rm");
    }

    static CommandLine commandLine(Environment environment) {
        CommandLine models = new CommandLine(new ModelsCommand());
        models.addSubcommand("list", new ModelsListCommand(environment));
        models.addSubcommand("pull", new ModelsPullCommand(environment));
        models.addSubcommand("import", new ModelsImportCommand(environment));
        models.addSubcommand("verify", new ModelsVerifyCommand(environment));
        models.addSubcommand("rm", new ModelsRemoveCommand(environment));
        return models;
    }
}
