package dev.inkling.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelRowsTest {
    /** The values are those that other software shows. */
    @ParameterizedTest
    @CsvSource({DataBuffer.TYPE_BYTE + ",1", DataBuffer.TYPE_USHORT + ",257"})
    void inksWithoutProfileLeaveWhatTheyDoNotTake(int type, int unit) {
        ColorModel colours = new ComponentColorModel(new JdkInks(), false, false, Transparency.OPAQUE, type);
        WritableRaster raster = colours.createCompatibleWritableRaster(2, 1);
        raster.setPixel(0, 0, new int[] {97 * unit, 169 * unit, 204 * unit, 0});
        raster.setPixel(1, 0, new int[] {0, 0, 0, 155 * unit});
        byte[] row = new byte[6];

        PixelRows.of(new BufferedImage(colours, raster, false, null)).read(0, row);

        assertThat(row).containsExactly(158, 86, 51, 100, 100, 100);
    }

    /** Cyan, magenta, yellow and black as the JDK's readers give them: what they leave of white is taken for linear light. */
    private static final class JdkInks extends ColorSpace {
        private static final long serialVersionUID = 1;

        JdkInks() {
            super(TYPE_CMYK, 4);
        }

        @Override
        public float[] toRGB(float[] inks) {
            return getInstance(CS_sRGB).fromCIEXYZ(toCIEXYZ(inks));
        }

        @Override
        public float[] fromRGB(float[] rgb) {
            throw new UnsupportedOperationException();
        }

        @Override
        public float[] toCIEXYZ(float[] inks) {
            float light = 1 - inks[3];
            return getInstance(CS_LINEAR_RGB)
                    .toCIEXYZ(new float[] {light * (1 - inks[0]), light * (1 - inks[1]), light * (1 - inks[2])});
        }

        @Override
        public float[] fromCIEXYZ(float[] xyz) {
            throw new UnsupportedOperationException();
        }
    }
}
