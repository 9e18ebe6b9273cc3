package dev.inkling.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** One run of the command in this process, and what came of it. */
record CommandRun(int exitCode, byte[] outBytes, String err) {
    /** The project's folder: tests run in the module's. */
    static final Path HOME = Path.of("").toAbsolutePath().getParent();

    static final Path PHOTOGRAPHS = HOME.resolve("testdata").resolve("images");

    static CommandRun of(String... args) {
        return withInput(new byte[0], args);
    }

    static CommandRun withInput(byte[] input, String... args) {
        return run(new Wiring(), input, args);
    }

    /** @param environment variables that say where services are */
    static CommandRun withServices(Map<String, String> environment, String... args) {
        return run(new Wiring(environment), new byte[0], args);
    }

    private static CommandRun run(Wiring wiring, byte[] input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(input), print(out), print(err), false);
        int exitCode = InklingCommand.commandLine(new Environment(terminal, wiring, HOME, false))
                .execute(args);
        terminal.out().flush();
        terminal.err().flush();
        return new CommandRun(exitCode, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    String out() {
        return new String(outBytes, StandardCharsets.UTF_8);
    }

    /** Standard output as one JSON value. */
    JsonNode json() {
        return new ObjectMapper().readTree(out());
    }
}
