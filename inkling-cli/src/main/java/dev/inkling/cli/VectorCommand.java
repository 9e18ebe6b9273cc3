package dev.inkling.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The vector layer on its own. */
@Command(
        name = "vector",
        description = "Code vectors, such as CLIP embeddings, as files of their own.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n")
final class VectorCommand extends CommandGroup {
    private VectorCommand() {
        super("vector encode, vector decode or vector calibrate");
    }

    static CommandLine commandLine(Environment environment) {
        CommandLine vector = new CommandLine(new VectorCommand());
        vector.addSubcommand("encode", new VectorEncodeCommand(environment));
        vector.addSubcommand("decode", new VectorDecodeCommand(environment));
        vector.addSubcommand("calibrate", new VectorCalibrateCommand(environment));
        return vector;
    }
}
