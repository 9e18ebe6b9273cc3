package dev.inkling.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that does nothing but hold others. */
abstract class CommandGroup implements Runnable {
    private final String commands;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help", HelpCommand.ALL},
            usageHelp = true,
            description = "show this page, or every option of every command")
    private boolean help;

    /** @param commands what may be named, as a sentence says it */
    CommandGroup(String commands) {
        this.commands = commands;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command: " + commands);
    }
}
