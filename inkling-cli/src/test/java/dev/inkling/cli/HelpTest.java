package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The help pages, word for word. {@code mvn test -Dinkling.golden.write=true} writes them anew; look at the difference.
 */
class HelpTest {
    private static final Path GOLDEN = Path.of("src", "test", "resources", "dev", "inkling", "cli", "help");

    @ParameterizedTest
    @CsvSource({
        "inkling.txt, --help",
        "inkling-all.txt, --help-all",
        "encode.txt, encode --help",
        "encode-all.txt, encode --help-all",
        "decode.txt, decode -h",
        "decode-all.txt, decode --help-all",
        "info.txt, info --help",
        "batch.txt, batch --help",
        "batch-all.txt, batch --help-all",
        "text.txt, text --help",
        "text-encode.txt, text encode --help",
        "text-encode-all.txt, text encode --help-all",
        "text-decode.txt, text decode --help",
        "vector.txt, vector --help",
        "vector-encode.txt, vector encode --help",
        "vector-decode.txt, vector decode --help",
        "vector-calibrate.txt, vector calibrate --help",
        "calibrate.txt, calibrate --help",
        "eval.txt, eval --help",
        "eval-all.txt, eval --help-all",
        "eval-compare.txt, eval compare --help",
        "eval-texts.txt, eval texts --help",
        "eval-vectors.txt, eval vectors --help",
        "demo.txt, demo --help",
        "doctor.txt, doctor --help",
        "doctor-all.txt, doctor --help-all",
        "models.txt, models --help",
        "models-list.txt, models list --help",
        "models-pull.txt, models pull --help",
        "models-import.txt, models import --help",
        "models-verify.txt, models verify --help",
        "models-rm.txt, models rm --help",
        "prompts.txt, prompts --help",
        "cache.txt, cache --help",
        "completion.txt, completion --help",
        "help.txt, help --help"
    })
    void isExactly(String file, String command) throws IOException {
        CommandRun run = CommandRun.of(command.split(" "));

        if (Boolean.getBoolean("inkling.golden.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(file), run.out());
        }
        assertThat(run.out()).isEqualTo(Files.readString(GOLDEN.resolve(file)));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void helpCommandShowsTheSamePages() {
        assertThat(CommandRun.of("help").out()).isEqualTo(CommandRun.of("--help").out());
        assertThat(CommandRun.of("help", "--all").out()).isEqualTo(CommandRun.of("--help-all").out());
        assertThat(CommandRun.of("help", "encode").out()).isEqualTo(CommandRun.of("encode", "--help").out());
        assertThat(CommandRun.of("help", "text", "encode", "--all").out())
                .isEqualTo(CommandRun.of("text", "encode", "--help-all").out());
        assertThat(CommandRun.of("help", "paint").exitCode()).isEqualTo(2);
    }

    @Test
    void versionIsTheProjects() {
        assertThat(CommandRun.of("--version").out()).matches("inkling \\d+\\.\\d+\\.\\d+\n");
    }

    @Test
    void completionScriptsNameTheCommands() {
        assertThat(CommandRun.of("completion", "bash").out()).contains("encode", "--max-bytes", "complete -F");
        assertThat(CommandRun.of("completion", "zsh").out()).startsWith("autoload").contains("bashcompinit", "batch");
        assertThat(CommandRun.of("completion", "tcsh").exitCode()).isEqualTo(2);
    }
}
