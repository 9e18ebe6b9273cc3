package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class WaitLineTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String shown(boolean interactive, boolean asks, long millis) throws IOException {
        PrintStream stream = new PrintStream(err, false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(InputStream.nullInputStream(), stream, stream, interactive);
        String result = WaitLine.during(terminal, asks, () -> {
            pause(millis);
            return "done";
        });
        assertThat(result).isEqualTo("done");
        return err.toString(StandardCharsets.UTF_8);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoWatchesSeesHowLongItTakesAndThenNothing() throws Exception {
        assertThat(shown(true, true, 2500)).contains("asking the service, 2 s").endsWith("\r\033[K");
    }

    @Test
    void nobodyElseSeesAnything() throws Exception {
        assertThat(shown(false, true, 2200)).isEmpty();
        assertThat(shown(true, false, 0)).isEmpty();
    }
}
