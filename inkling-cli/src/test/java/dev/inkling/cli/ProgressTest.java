package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void showsRateAndTimeLeft() {
        Progress progress = progress(true);
        for (int i = 0; i < 60; i++) {
            progress.done();
        }
        for (int i = 0; i < 40; i++) {
            progress.skipped();
        }

        assertThat(progress.line(30)).isEqualTo("[===============               ] 100/200  2.0/s  0:50 left");
        assertThat(progress.line(6000)).endsWith("100/200  0.0/s  2:46:40 left");
    }

    @Test
    void isSilentUnlessAPersonWatches() {
        Progress silent = progress(false);
        silent.done();
        silent.finish();
        assertThat(err.size()).isZero();

        Progress shown = progress(true);
        shown.done();
        shown.finish();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("1/200").endsWith("\r\033[K");
    }

    private Progress progress(boolean interactive) {
        PrintStream stream = new PrintStream(err, false, StandardCharsets.UTF_8);
        return new Progress(new Terminal(InputStream.nullInputStream(), stream, stream, interactive), 200);
    }
}
