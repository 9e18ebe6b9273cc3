package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class DemoTest {
    @TempDir
    private Path folder;

    @Test
    void writesOnePageThatNeedsNothingElse() throws IOException {
        Path page = folder.resolve("demo.html");

        CommandRun run = CommandRun.of("demo", "-o", page.toString(), "--json");

        assertThat(run.exitCode()).isZero();
        JsonNode results = run.json().get("results");
        assertThat(results.size()).isEqualTo(12);
        for (JsonNode result : results) {
            assertThat(result.get("bytes").asInt()).isLessThanOrEqualTo(result.get("maxBytes").asInt());
        }
        String html = Files.readString(page);
        assertThat(html).contains("Chelsea the cat").doesNotContain("{{").doesNotContain("http:", "https:", "src=\"/");
        assertThat(html.split("<img ", -1)).hasSize(13);
        assertThat(html.split("data:image/jpeg", -1)).hasSize(17);
    }

    @Test
    void saysWhatIsMissing() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, false);

        assertThat(InklingCommand.commandLine(new Environment(terminal, new Wiring(), folder, false)).execute("demo"))
                .isEqualTo(2);
    }
}
