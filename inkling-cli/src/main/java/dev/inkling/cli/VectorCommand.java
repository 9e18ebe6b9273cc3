package dev.inkling.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The vector layer on its own. */
@Command(
        name = "vector",
        description = "Code vectors, such as CLIP embeddings, as files of their own.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n")
final class VectorCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help", HelpCommand.ALL},
            usageHelp = true,
            description = "show this page, or every option of every command")
    private boolean help;

    static CommandLine commandLine(Environment environment) {
        CommandLine vector = new CommandLine(new VectorCommand());
        vector.addSubcommand("encode", new VectorEncodeCommand(environment));
        vector.addSubcommand("decode", new VectorDecodeCommand(environment));
        vector.addSubcommand("calibrate", new VectorCalibrateCommand(environment));
        return vector;
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "name a command: vector encode, vector decode or vector calibrate");
    }
}
