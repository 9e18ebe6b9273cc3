package dev.inkling.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Help in two tiers: the usual options, or all of them. */
@Command(name = "help", description = "Show help for a command.")
final class HelpCommand extends Subcommand {
    /** Name of the option that shows the second tier. */
    static final String ALL = "--help-all";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..2", paramLabel = "COMMAND", description = "a command, such as encode or text encode")
    private List<String> path = new ArrayList<>();

    @Option(names = "--all", description = "show every option")
    private boolean all;

    HelpCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return null;
    }

    @Override
    public Integer call() {
        CommandLine command = spec.parent().commandLine();
        for (String name : path) {
            CommandLine next = command.getSubcommands().get(name);
            if (next == null) {
                throw new ParameterException(spec.commandLine(), "there is no command '" + name + "'");
            }
            command = next;
        }
        if (all) {
            printAll(command);
        } else {
            command.usage(command.getOut());
        }
        return ExitCode.OK.code();
    }

    /** Prints every option of a command, and of its subcommands after it. */
    static void printAll(CommandLine command) {
        PrintWriter out = command.getOut();
        unhide(command.getCommandSpec());
        command.usage(out);
        for (CommandLine subcommand : command.getSubcommands().values()) {
            out.print("\n");
            printAll(subcommand);
        }
    }

    private static void unhide(CommandSpec spec) {
        for (OptionSpec option : List.copyOf(spec.options())) {
            if (option.hidden()) {
                spec.remove(option);
                spec.addOption(OptionSpec.builder(option).hidden(false).build());
            }
        }
    }
}
