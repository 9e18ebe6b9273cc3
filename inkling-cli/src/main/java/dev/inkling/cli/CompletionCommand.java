package dev.inkling.cli;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a script that teaches a shell the commands and options. */
@Command(
        name = "completion",
        description = "Print a completion script: source <(inkling completion bash)")
final class CompletionCommand extends Subcommand {
    /** The shells that are known. */
    enum Shell {
        BASH,
        ZSH;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "SHELL", description = "bash or zsh")
    private Shell shell = Shell.BASH;

    CompletionCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return null;
    }

    @Override
    public Integer call() {
        String script = AutoComplete.bash("inkling", spec.root().commandLine());
        if (shell == Shell.ZSH) {
            // The script is for bash; zsh runs it through its own emulation.
            terminal.line("autoload -U +X compinit && compinit");
            terminal.line("autoload -U +X bashcompinit && bashcompinit");
        }
        terminal.line(script.stripTrailing());
        return ExitCode.OK.code();
    }
}
