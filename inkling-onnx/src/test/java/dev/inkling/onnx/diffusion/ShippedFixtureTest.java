package dev.inkling.onnx.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tiny models in {@code testdata} that the tests of the command line and {@code training/check-diffusion.py} use
 * are those of the fixture. {@code mvn test -Dinkling.golden.write=true} writes them anew.
 */
class ShippedFixtureTest {
    @TempDir
    private Path folder;

    @Test
    void diffusionIsTheFixture() throws IOException {
        assertSame(DiffusionFixture.SHIPPED, new DiffusionFixture(DiffusionFixture.SHIPPED), new DiffusionFixture(folder));
    }

    @Test
    void unclipIsTheFixture() throws IOException {
        assertSame(
                DiffusionFixture.SHIPPED_UNCLIP, new DiffusionFixture(DiffusionFixture.SHIPPED_UNCLIP).unclip(),
                new DiffusionFixture(folder).unclip());
    }

    private void assertSame(Path shipped, DiffusionFixture writer, DiffusionFixture fresh) throws IOException {
        if (Boolean.getBoolean("inkling.golden.write")) {
            writer.write();
        }
        fresh.write();
        List<Path> files = files(folder);
        assertThat(files(shipped)).isEqualTo(files);
        for (Path file : files) {
            assertThat(Files.mismatch(shipped.resolve(file), folder.resolve(file))).as("%s", file).isEqualTo(-1);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(folder::relativize).sorted().toList();
        }
    }
}
