package dev.inkling.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all subcommands have in common. Options that are hidden show under {@code --help-all}. */
abstract class Subcommand implements Callable<Integer> {
    final Environment environment;
    final Terminal terminal;
    final Streams streams;

    @Option(names = "--json", order = 100, description = "report in JSON")
    boolean json;

    @Option(
            names = {"-h", "--help", HelpCommand.ALL},
            order = 101,
            usageHelp = true,
            description = "show the usual options, or every option")
    boolean help;

    Subcommand(Environment environment) {
        this.environment = environment;
        this.terminal = environment.terminal();
        this.streams = new Streams(terminal);
    }

    /** The file that is worked on, for messages; null when there is none. */
    abstract @Nullable String subject();

    /** Does the work and returns the exit code. */
    @Override
    public abstract Integer call() throws IOException;

    /**
     * Prints a report where it does not mix with bytes.
     *
     * @param output where the command's bytes went
     */
    final void report(String text, String output) {
        if (Streams.isStandard(output)) {
            terminal.errorLine(text);
        } else {
            terminal.line(text);
        }
    }
}
