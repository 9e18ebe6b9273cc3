package dev.inkling.cli;

/** Starts the command line. */
public final class Main {
    private Main() {}

    /** Runs one command and exits with its code; see {@link ExitCode}. */
    public static void main(String[] args) {
        Environment environment = Environment.ofProcess();
        int code = run(args, environment);
        code = finish(code, environment.terminal());
        System.exit(code);
    }

    /** Sends off what is left. Output that nobody got, such as on a full disk, is a failure like any other. */
    static int finish(int code, Terminal terminal) {
        boolean lost = terminal.out().checkError();
        if (lost) {
            terminal.errorLine("inkling: standard output: cannot be written; the disk is full or the reader has gone");
        }
        terminal.err().flush();
        return lost && code == ExitCode.OK.code() ? ExitCode.INTERNAL.code() : code;
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
