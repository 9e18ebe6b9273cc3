package dev.inkling.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The text layer on its own. */
@Command(
        name = "text",
        description = "Code text alone, as the text layer of a file does.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n")
final class TextCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help", HelpCommand.ALL},
            usageHelp = true,
            description = "show this page, or every option of every command")
    private boolean help;

    static CommandLine commandLine(Environment environment) {
        CommandLine text = new CommandLine(new TextCommand());
        text.addSubcommand("encode", new TextEncodeCommand(environment));
        text.addSubcommand("decode", new TextDecodeCommand(environment));
        return text;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: text encode or text decode");
    }
}
