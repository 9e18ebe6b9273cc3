package dev.inkling.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The text layer on its own. */
@Command(
        name = "text",
        description = "Code text alone, as the text layer of a file does.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n")
final class TextCommand extends CommandGroup {
    private TextCommand() {
        super("text encode or text decode");
    }

    static CommandLine commandLine(Environment environment) {
        CommandLine text = new CommandLine(new TextCommand());
        text.addSubcommand("encode", new TextEncodeCommand(environment));
        text.addSubcommand("decode", new TextDecodeCommand(environment));
        return text;
    }
}
