package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MainTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void outputThatIsLostIsAFailure() {
        Terminal terminal = terminal(new FullDisk());
        terminal.line("{}");

        assertThat(Main.finish(0, terminal)).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).matches("inkling: standard output: cannot be written[^\n]+\n");
        assertThat(Main.finish(3, terminal)).as("the first failure counts").isEqualTo(3);
    }

    @Test
    void sendsOffWhatIsLeft() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = terminal(out);
        terminal.line("{}");

        assertThat(Main.finish(0, terminal)).isZero();
        assertThat(out).hasToString("{}\n");
        assertThat(err.size()).isZero();
    }

    private Terminal terminal(OutputStream out) {
        return new Terminal(InputStream.nullInputStream(), print(out), print(err), false);
    }

    private static PrintStream print(OutputStream stream) {
        return new PrintStream(stream, false, StandardCharsets.UTF_8);
    }

    private static final class FullDisk extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            throw new IOException("No space left on device");
        }
    }
}
