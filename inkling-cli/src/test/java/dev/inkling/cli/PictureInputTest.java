package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.image.PictureReader;
import dev.inkling.image.PictureTooLargeException;
import dev.inkling.image.Raster;
import dev.inkling.image.UnreadablePictureException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The kinds of picture that the command reads, from files and from standard input. */
class PictureInputTest {
    private static final int ROUNDS = Integer.getInteger("inkling.damage.rounds", 300);
    private static final int RED = 0xff0000;
    private static final int BLUE = 0x0000ff;
    private static final int WHITE = 0xffffff;

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void readsEachFormat(String format) throws IOException {
        assertIsFlag(read(flag(format)).picture());
    }

    @ParameterizedTest
    @ValueSource(strings = {"flag-lossy.webp", "flag-lossless.webp", "flag-cmyk.jpg", "flag-lab.tif"})
    void readsWhatTheJdkCannot(String name) throws IOException {
        assertIsFlag(read(resource(name)).picture());
    }

    /** Corners of the shown flag, clockwise from the top left; the stored ones are white, white, blue, red. */
    @ParameterizedTest
    @CsvSource({"1, WWBR", "2, WWRB", "3, BRWW", "4, RBWW", "5, WRBW", "6, RWWB", "7, BWWR", "8, WBRW", "9, WWBR"})
    void turnsAsExifSays(int orientation, String corners) throws IOException {
        assertThat(corners(read(PictureFixtures.withExif(flag("jpeg"), orientation)).picture()))
                .isEqualTo(corners);
        assertThat(corners(read(PictureFixtures.withExifChunk(flag("png"), orientation)).picture()))
                .isEqualTo(corners);
    }

    @Test
    void readsFilesLikeStandardInput(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("é ü.jpg");
        Files.write(file, PictureFixtures.withExif(flag("jpeg"), 6));

        Raster picture = streams(new byte[0]).readPicture(file.toString(), 10_000).picture();

        assertThat(picture.width()).isEqualTo(PictureFixtures.HEIGHT);
        assertThat(corners(picture)).isEqualTo("RWWB");
    }

    @Test
    void refusesWhatIsNoPicture() {
        assertThatThrownBy(() -> read(new byte[0])).isInstanceOf(UnreadablePictureException.class);
        assertThatThrownBy(() -> read("just words".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageContaining("not a picture");
    }

    @Test
    void refusesTooManyPixelsBeforeItDecodesThem() {
        assertThatThrownBy(() -> streams(flag("png")).readPicture("-", 1535))
                .isInstanceOf(PictureTooLargeException.class)
                .hasMessageContaining("48x32")
                .hasMessageContaining("1535");
    }

    /** A header of 60,000 by 60,000 pixels must not take the memory for them. */
    @Test
    void refusesAHugeHeader() {
        ByteBuffer png = ByteBuffer.wrap(flag("png"));
        png.putInt(16, 60_000).putInt(20, 60_000);

        assertThatThrownBy(() -> read(png.array())).isInstanceOf(PictureTooLargeException.class);
    }

    /** Any damage ends in a picture or in one of the two refusals. */
    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif", "bmp", "tiff"})
    void survivesDamage(String format) {
        damageAndRead(flag(format));
    }

    @Test
    void survivesDamagedExif() {
        damageAndRead(PictureFixtures.withExif(flag("jpeg"), 6));
        damageAndRead(PictureFixtures.withExifChunk(flag("png"), 6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"flag-lossy.webp", "flag-lossless.webp", "flag-cmyk.jpg", "flag-lab.tif"})
    void survivesDamagedFixtures(String name) throws IOException {
        damageAndRead(resource(name));
    }

    private static void damageAndRead(byte[] sound) {
        Random random = new Random(7);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = i % 3 == 0 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
            for (int changes = 0; changes < i % 3 && damaged.length > 0; changes++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                assertThat(read(damaged).picture().size().pixels()).isPositive();
            } catch (UnreadablePictureException | PictureTooLargeException e) {
                assertThat(e).hasMessageNotContaining("\n");
            } catch (IOException e) {
                throw new AssertionError("an unexpected kind of failure", e);
            }
        }
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = PictureInputTest.class.getResourceAsStream("pictures/" + name)) {
            return in.readAllBytes();
        }
    }

    private static byte[] flag(String format) {
        return PictureFixtures.write(PictureFixtures.flag(BufferedImage.TYPE_INT_RGB), format);
    }

    private static PictureReader.Loaded read(byte[] file) throws IOException {
        return streams(file).readPicture("-", PictureReader.DEFAULT_MAX_PIXELS);
    }

    private static Streams streams(byte[] input) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Streams(new Terminal(new ByteArrayInputStream(input), nowhere, nowhere, false));
    }

    private static void assertIsFlag(Raster picture) {
        assertThat(picture.width()).isEqualTo(PictureFixtures.WIDTH);
        assertThat(picture.height()).isEqualTo(PictureFixtures.HEIGHT);
        assertThat(corners(picture)).isEqualTo("WWBR");
    }

    private static String corners(Raster picture) {
        int right = picture.width() - 3;
        int bottom = picture.height() - 3;
        return "" + colour(picture.rgb(2, 2)) + colour(picture.rgb(right, 2)) + colour(picture.rgb(right, bottom))
                + colour(picture.rgb(2, bottom));
    }

    private static char colour(int rgb) {
        int[] known = {RED, BLUE, WHITE};
        for (int i = 0; i < known.length; i++) {
            if (distance(rgb, known[i]) < 60) {
                return "RBW".charAt(i);
            }
        }
        return '?';
    }

    private static int distance(int a, int b) {
        int largest = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            largest = Math.max(largest, Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)));
        }
        return largest;
    }
}
