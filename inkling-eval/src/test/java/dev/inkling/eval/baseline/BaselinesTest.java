package dev.inkling.eval.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.eval.Codec;
import dev.inkling.eval.Coded;
import dev.inkling.eval.OverBudgetException;
import dev.inkling.eval.TestPictures;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.metrics.Psnr;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselinesTest {
    private static final Raster SOURCE = TestPictures.waves(3, new ImageSize(200, 120));

    @TempDir
    private Path temporary;

    /** Each program is named when it is missing, and the test counts as skipped. */
    @ParameterizedTest
    @CsvSource({
        "jpeg, , 3000",
        "jpeg+lanczos, , 600",
        "webp, cwebp, 2000",
        "webp+lanczos, cwebp, 300",
        "avif+lanczos, avifenc, 700",
        "av1+lanczos, avifenc, 300",
        "jxl+lanczos, cjxl, 400"
    })
    void fillTheBudgetAndComeBack(String name, String program, int maxBytes) throws IOException {
        assumeInstalled(program);
        Codec codec = Baselines.named(name, BaselinesTest::noModel);
        Coded coded = codec.begin(SOURCE).within(maxBytes);
        Path file = Files.write(temporary.resolve("picture." + codec.extension()), coded.file());

        assertThat(codec.name()).isEqualTo(name);
        assertThat(coded.file()).hasSizeBetween(maxBytes / 2, maxBytes);
        assertThat(Psnr.of(SOURCE, codec.decode(file, SOURCE.size()).picture())).isGreaterThan(18);
    }

    @Test
    void moreBytesAreNoWorse() throws IOException {
        Codec codec = Baselines.named("jpeg+lanczos", BaselinesTest::noModel);
        Codec.PictureEncoding encoding = codec.begin(SOURCE);
        double before = 0;
        for (int maxBytes : new int[] {350, 500, 800, 1500}) {
            Path file = Files.write(temporary.resolve("picture.jpg"), encoding.within(maxBytes).file());
            double psnr = Psnr.of(SOURCE, codec.decode(file, SOURCE.size()).picture());
            assertThat(psnr).isGreaterThanOrEqualTo(before);
            before = psnr;
        }
    }

    @Test
    void sayHowSmallTheSmallestIs() throws IOException {
        Codec codec = Baselines.named("jpeg", BaselinesTest::noModel);

        assertThatThrownBy(() -> codec.begin(SOURCE).within(50)).isInstanceOf(OverBudgetException.class)
                .hasMessageMatching("the smallest file takes \\d+ bytes, but at most 50 are allowed");
    }

    @Test
    void avifPartsSumToTheFile() throws IOException {
        assumeInstalled("avifenc");
        Coded coded = Baselines.named("avif+lanczos", BaselinesTest::noModel).begin(SOURCE).within(700);

        assertThat(coded.parts()).containsOnlyKeys("container", "payload");
        assertThat(coded.parts().get("payload")).isEqualTo(8L * AvifFile.payload(coded.file()).length);
    }

    @Test
    void refuseUnknownFormats() {
        assertThatThrownBy(() -> Baselines.named("gif+lanczos", BaselinesTest::noModel))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("'gif' is none of jpeg, webp, avif, av1, jxl");
    }

    private static Upscaler noModel(Path model) {
        throw new AssertionError("no model was named, but " + model + " is opened");
    }

    private static void assumeInstalled(String program) {
        boolean installed = program == null || Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(installed, "the program " + program + " is not installed");
    }
}
