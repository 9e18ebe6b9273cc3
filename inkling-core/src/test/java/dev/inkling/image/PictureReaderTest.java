package dev.inkling.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.metrics.Psnr;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureReaderTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void keepsEverySampleOfOpaqueColour(int type) throws IOException {
        BufferedImage image = new BufferedImage(37, 19, type);
        Random random = new Random(type);
        for (int i = 0; i < 37 * 19; i++) {
            image.setRGB(i % 37, i / 37, 0xff000000 | random.nextInt());
        }

        PictureReader.Loaded loaded = read(png(image, false));

        assertThat(loaded.notes()).isEmpty();
        assertSamePixels(loaded.picture(), image);
        assertThat(read(png(image, true)).picture()).as("interlaced").isEqualTo(loaded.picture());
    }

    /** The JDK would brighten grey, because it takes grey samples for linear light. */
    @Test
    void takesGreyAsItStands() throws IOException {
        BufferedImage image = new BufferedImage(256, 2, BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < 256; x++) {
            image.getRaster().setSample(x, 1, 0, x);
        }

        Raster picture = read(png(image, false)).picture();

        for (int x = 0; x < 256; x++) {
            assertThat(picture.rgb(x, 1)).isEqualTo(0x010101 * x);
        }
    }

    @Test
    void roundsSixteenBitGrey() throws IOException {
        BufferedImage image = new BufferedImage(300, 1, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 300; x++) {
            image.getRaster().setSample(x, 0, 0, 219 * x);
        }

        Raster picture = read(png(image, false)).picture();

        for (int x = 0; x < 300; x++) {
            assertThat(picture.sample(x, 0, 1)).isEqualTo((int) Math.round(219 * x / 257.0));
        }
    }

    @Test
    void roundsSixteenBitColourAndComposesItsAlpha() throws IOException {
        BufferedImage image = sixteenBit(true);
        image.getRaster().setPixel(0, 0, new int[] {65535, 257 * 100, 0, 65535});
        image.getRaster().setPixel(1, 0, new int[] {0, 0, 0, 257 * 51});

        PictureReader.Loaded loaded = read(png(image, false));

        assertThat(loaded.picture().rgb(0, 0)).isEqualTo(0xff6400);
        assertThat(loaded.picture().rgb(1, 0)).isEqualTo(0xcccccc);
        assertThat(loaded.notes()).containsExactly("transparency was composed on white");
    }

    @Test
    void readsSixteenBitColour() throws IOException {
        BufferedImage image = sixteenBit(false);
        image.getRaster().setPixel(1, 0, new int[] {65535, 32768, 128});

        assertThat(read(png(image, false)).picture().rgb(1, 0)).isEqualTo(0xff8000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8})
    void readsPalettes(int bits) throws IOException {
        byte[] level = {0, 90, (byte) 200, (byte) 255};
        byte[] other = {(byte) 255, 7, 40, 0};
        byte[] alpha = {(byte) 255, (byte) 255, (byte) 255, 0};
        int colours = Math.min(4, 1 << bits);
        IndexColorModel palette = new IndexColorModel(bits, colours, level, other, level, alpha);
        WritableRaster samples = bits == 8
                ? palette.createCompatibleWritableRaster(21, 5)
                : java.awt.image.Raster.createPackedRaster(DataBuffer.TYPE_BYTE, 21, 5, 1, bits, null);
        for (int i = 0; i < 105; i++) {
            samples.setSample(i % 21, i / 21, 0, i % colours);
        }

        PictureReader.Loaded loaded = read(png(new BufferedImage(palette, samples, false, null), false));

        assertThat(loaded.picture().rgb(0, 0)).isEqualTo(0x00ff00);
        assertThat(loaded.picture().rgb(1, 0)).isEqualTo(0x5a075a);
        if (colours == 4) {
            assertThat(loaded.picture().rgb(3, 0)).as("transparent").isEqualTo(0xffffff);
            assertThat(loaded.notes()).hasSize(1);
        }
    }

    @Test
    void convertsOtherColourSpaces() throws IOException {
        ColorModel linear = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB), false, false, Transparency.OPAQUE,
                DataBuffer.TYPE_BYTE);
        BufferedImage image = new BufferedImage(linear, linear.createCompatibleWritableRaster(3, 150), false, null);
        for (int y = 0; y < 150; y++) {
            image.getRaster().setPixel(1, y, new int[] {55, 0, 255});
        }
        byte[] row = new byte[9];

        PixelRows rows = PixelRows.of(image);

        for (int y = 0; y < 150; y++) {
            rows.read(y, row);
            assertThat(row[3] & 0xff).isBetween(125, 131);
            assertThat(row[4]).isZero();
            assertThat(row[5] & 0xff).isGreaterThan(252);
        }
    }

    @ParameterizedTest
    @EnumSource(Orientation.class)
    void turnsEveryPixelToItsPlace(Orientation orientation) throws IOException {
        BufferedImage image = new BufferedImage(5, 3, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 15; i++) {
            image.setRGB(i % 5, i / 5, 1000 * i);
        }
        ImageSize stored = new ImageSize(5, 3);

        Raster shown = new PictureReader(100)
                .read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png(image, false))), orientation)
                .picture();

        assertThat(shown.size()).isEqualTo(orientation.shown(stored));
        for (int i = 0; i < 15; i++) {
            int at = orientation.shownIndex(i % 5, i / 5, stored);
            assertThat(shown.rgb(at % shown.width(), at / shown.width())).isEqualTo(1000 * i);
        }
    }

    @Test
    void refusesWhatItMust() throws IOException {
        byte[] png = png(new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB), false);

        assertThatThrownBy(() -> read(new byte[100])).isInstanceOf(UnreadablePictureException.class);
        assertThatThrownBy(() -> read(Arrays.copyOf(png, 45)))
                .isInstanceOf(UnreadablePictureException.class)
                .hasMessageStartingWith("damaged or unusual png: ");
        assertThatThrownBy(() -> new PictureReader(399)
                        .read(new MemoryCacheImageInputStream(new ByteArrayInputStream(png)), Orientation.UPRIGHT))
                .isInstanceOf(PictureTooLargeException.class)
                .hasMessage("the picture is 20x20 = 400 pixels; at most 399 are allowed");
    }

    @ParameterizedTest
    @EnumSource(PictureFormat.class)
    void readsWhatTheWriterWrites(PictureFormat format) throws IOException {
        byte[] rgb = new byte[3 * 40 * 30];
        Arrays.fill(rgb, 0, 1800, (byte) 200);
        Raster picture = Raster.wrap(new ImageSize(40, 30), rgb);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            PictureWriter.write(picture, format, out);
        }

        Raster read = read(bytes.toByteArray()).picture();

        if (format == PictureFormat.PNG) {
            assertThat(read).isEqualTo(picture);
        } else {
            assertThat(Psnr.of(read, picture)).isGreaterThan(40);
        }
    }

    @Test
    void knowsFormatsByExtension() {
        assertThat(PictureFormat.ofFileName("a/b.c/d.PNG")).contains(PictureFormat.PNG);
        assertThat(PictureFormat.ofFileName("d.jpeg")).contains(PictureFormat.JPEG);
        assertThat(PictureFormat.ofFileName("d.gif")).isEmpty();
        assertThat(PictureFormat.ofFileName("")).isEmpty();
        assertThat(PictureFormat.knownExtensions()).isEqualTo(".png, .jpg, .jpeg");
    }

    private static PictureReader.Loaded read(byte[] file) throws IOException {
        return new PictureReader(PictureReader.DEFAULT_MAX_PIXELS)
                .read(new MemoryCacheImageInputStream(new ByteArrayInputStream(file)), Orientation.UPRIGHT);
    }

    private static BufferedImage sixteenBit(boolean alpha) {
        ColorModel colours = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), alpha, false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        return new BufferedImage(colours, colours.createCompatibleWritableRaster(2, 1), false, null);
    }

    private static byte[] png(BufferedImage image, boolean interlaced) throws IOException {
        ImageWriter writer = ImageIO.getImageWriters(new ImageTypeSpecifier(image), "png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    private static void assertSamePixels(Raster picture, BufferedImage image) {
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                assertThat(picture.rgb(x, y)).isEqualTo(image.getRGB(x, y) & 0xffffff);
            }
        }
    }
}
