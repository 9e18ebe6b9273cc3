package dev.inkling.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.Spec;

/** The command itself: everything it does is in its subcommands. */
@Command(
        name = "inkling",
        versionProvider = VersionProvider.class,
        description = "A picture as a few hundred bytes of meaning, and a picture again.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Start with:  inkling demo",
            "         or  inkling encode photo.jpg && inkling decode photo.inkl",
            "",
            "Exit codes: 0 done, 1 internal error, 2 wrong call or missing file, 3 damaged file,",
            "            4 file not supported here, 5 a model or service failed"
        })
final class InklingCommand implements Runnable {
    private static final int HELP_WIDTH = 100;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = {"-h", "--help", HelpCommand.ALL},
            usageHelp = true,
            description = "show this page, or every option of every command")
    private boolean help;

    @Option(names = {"-V", "--version"}, versionHelp = true, description = "show the version")
    private boolean version;

    /** The whole command line, ready to execute. */
    static CommandLine commandLine(Environment environment) {
        CommandLine root = new CommandLine(new InklingCommand());
        root.addSubcommand("encode", new EncodeCommand(environment));
        root.addSubcommand("decode", new DecodeCommand(environment));
        root.addSubcommand("info", new InfoCommand(environment));
        root.addSubcommand("batch", new BatchCommand(environment));
        root.addSubcommand("text", TextCommand.commandLine(environment));
        root.addSubcommand("vector", VectorCommand.commandLine(environment));
        root.addSubcommand("calibrate", new CalibrateCommand(environment));
        root.addSubcommand("eval", EvalCommand.commandLine(environment));
        root.addSubcommand("demo", new DemoCommand(environment));
        root.addSubcommand("doctor", new DoctorCommand(environment));
        root.addSubcommand("models", ModelsCommand.commandLine(environment));
        root.addSubcommand("prompts", new PromptsCommand(environment));
        root.addSubcommand("cache", new CacheCommand(environment));
        root.addSubcommand("completion", new CompletionCommand(environment));
        root.addSubcommand("help", new HelpCommand(environment));
        root.setUsageHelpWidth(HELP_WIDTH);
        tidyHelp(root);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setOut(new PrintWriter(environment.terminal().out(), true));
        root.setErr(new PrintWriter(environment.terminal().err(), true));
        root.setExecutionStrategy(InklingCommand::execute);
        root.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command, environment));
        root.setParameterExceptionHandler((e, args) -> misused(e, args, environment));
        return root;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name a command, such as encode, decode or demo");
    }

    /** Options in the order of their use, and no long list of them in the first line. */
    private static void tidyHelp(CommandLine command) {
        command.getCommandSpec().usageMessage().sortOptions(false).abbreviateSynopsis(true);
        command.getSubcommands().values().forEach(InklingCommand::tidyHelp);
    }

    private static int execute(ParseResult parsed) {
        List<CommandLine> commands = parsed.asCommandLineList();
        if (commands.stream().anyMatch(CommandLine::isUsageHelpRequested)
                && parsed.originalArgs().contains(HelpCommand.ALL)) {
            HelpCommand.printAll(commands.get(commands.size() - 1));
            return ExitCode.OK.code();
        }
        return new RunLast().execute(parsed);
    }

    private static int failed(Exception e, CommandLine command, Environment environment) {
        Object worker = command.getCommand();
        String subject = worker instanceof Subcommand subcommand ? subcommand.subject() : null;
        boolean json = worker instanceof Subcommand subcommand && subcommand.json;
        return report(Failure.of(e, subject), e, json, environment);
    }

    private static int misused(ParameterException e, String[] args, Environment environment) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        Failure failure = Failure.of(e, null);
        Failure hint = new Failure(failure.exitCode(), null, failure.what() + " (see " + name + " --help)");
        return report(hint, e, Arrays.asList(args).contains("--json"), environment);
    }

    private static int report(Failure failure, @Nullable Exception cause, boolean json, Environment environment) {
        Terminal terminal = environment.terminal();
        if (json) {
            terminal.line(failure.json());
        }
        terminal.errorLine(failure.line());
        if (environment.debug() && cause != null) {
            cause.printStackTrace(terminal.err());
        }
        return failure.exitCode().code();
    }
}
