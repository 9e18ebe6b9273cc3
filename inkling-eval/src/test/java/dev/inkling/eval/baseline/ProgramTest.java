package dev.inkling.eval.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.ProviderException;
import dev.inkling.eval.Codec;
import dev.inkling.eval.TestPictures;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @TempDir
    private Path temporary;

    @BeforeAll
    static void needsAShell() {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "there is no /bin/sh to run programs with");
    }

    @Test
    void wordsAreSplitAtSpacesOutsideQuotes() {
        assertThat(Program.split(" a  \"b c\" d\"e\"f \"\" ")).containsExactly("a", "b c", "def", "");
        assertThatThrownBy(() -> Program.split("a \"b")).hasMessageContaining("is no command line");
        assertThatThrownBy(() -> Program.split("  ")).hasMessageContaining("is no command line");
    }

    @Test
    void placeholdersAreFilledWithoutAShell() throws ProviderException {
        Program program = new Program(List.of("/bin/echo", "{in}"), LIMIT);

        assertThat(program.run(Map.of("in", "$HOME; a b"))).isEqualTo("$HOME; a b\n");
    }

    @Test
    void failuresSayWhatWasPrinted() {
        assertThatThrownBy(() -> new Program(List.of("/bin/sh", "-c", "echo broken; exit 3"), LIMIT).run(Map.of()))
                .isInstanceOf(ProviderException.class)
                .hasMessage("/bin/sh: exit code 3: broken");
        assertThatThrownBy(() -> new Program(List.of("no-such-program"), LIMIT).run(Map.of()))
                .hasMessageStartingWith("no-such-program: cannot be run");
    }

    @Test
    void theTimeLimitHolds() {
        Program program = new Program(List.of("/bin/sh", "-c", "sleep 30"), Duration.ofMillis(200));

        assertThatThrownBy(() -> program.run(Map.of())).hasMessageContaining("took longer than");
    }

    @Test
    void externalCodecsAreTwoCommandLines() throws IOException {
        Path description = Files.writeString(temporary.resolve("copy.properties"), """
                name = copy
                encode = cp {in} {file}
                decode = cp {file} {out}
                """);
        Codec codec = ExternalBaseline.read(description);
        Raster source = TestPictures.waves(1, new ImageSize(20, 10));
        Path file = Files.write(temporary.resolve("file.bin"), codec.begin(source).within(5000).file());

        assertThat(codec.name()).isEqualTo("copy");
        assertThat(codec.decode(file, source.size()).picture()).isEqualTo(source);
    }

    @Test
    void externalDescriptionsAreChecked() throws IOException {
        Path description = Files.writeString(temporary.resolve("bad.properties"), "name = x\nencode = cp {in}\n");

        assertThatThrownBy(() -> ExternalBaseline.read(description)).isInstanceOf(FileSystemException.class)
                .hasMessageContaining("encode has no {file}");
    }
}
