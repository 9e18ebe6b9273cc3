package dev.inkling.cli;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code; see {@link ExitCode}. */
    public static void main(String[] args) {
        Environment environment = Environment.ofProcess();
        int code = run(args, environment);
        environment.terminal().out().flush();
        environment.terminal().err().flush();
        System.exit(code);
    }

    private static int run(String[] args, Environment environment) {
        try {
            return InklingCommand.commandLine(environment).execute(args);
        } catch (OutOfMemoryError e) {
            environment.terminal().errorLine("inkling: not enough memory; INKLING_JAVA_OPTS=-Xmx4g allows more");
            return ExitCode.INTERNAL.code();
        }
    }
}
