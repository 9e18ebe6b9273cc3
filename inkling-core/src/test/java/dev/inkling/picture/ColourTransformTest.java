package dev.inkling.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.TestPictures;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import org.junit.jupiter.api.Test;

class ColourTransformTest {
    private static final ImageSize SIZE = new ImageSize(40, 24);

    private static int[][] planes(Raster picture, int stride, int rows) {
        int[][] planes = new int[Frame.COMPONENTS][stride * rows];
        ColourTransform.forward(picture, stride, planes);
        return planes;
    }

    @Test
    void roundTripIsExact() {
        for (int seed = 0; seed < 20; seed++) {
            Raster picture = TestPictures.noise(SIZE, seed);
            assertThat(ColourTransform.inverse(planes(picture, 40, 24), 40, SIZE)).isEqualTo(picture);
        }
    }

    /** The filter's weights and samples at their bounds give such planes; their products need more than 32 bits. */
    @Test
    void samplesFarOutsideAreClamped() {
        int[][] planes = {{25_000}, {60_000}, {40_000}};

        assertThat(ColourTransform.inverse(planes, 1, new ImageSize(1, 1)).rgb(0, 0)).isEqualTo(0xff0000);
    }

    @Test
    void greyHasNoChroma() {
        int[][] planes = planes(TestPictures.flat(SIZE, 0x808080), 40, 24);
        assertThat(planes[0]).containsOnly(ColourTransform.MID_LUMA);
        assertThat(planes[1]).containsOnly(0);
        assertThat(planes[2]).containsOnly(0);
    }

    @Test
    void squaredErrorOfThePlanesIsThatOfThePicture() {
        Raster a = TestPictures.noise(SIZE, 1);
        Raster b = TestPictures.scene(SIZE);
        int[][] planesA = planes(a, 40, 24);
        int[][] planesB = planes(b, 40, 24);
        double inPlanes = 0;
        for (int c = 0; c < Frame.COMPONENTS; c++) {
            for (int i = 0; i < planesA[c].length; i++) {
                double d = (planesA[c][i] - planesB[c][i]) / (double) ColourTransform.UNIT;
                inPlanes += d * d;
            }
        }
        double inPicture = 0;
        for (int y = 0; y < SIZE.height(); y++) {
            for (int x = 0; x < SIZE.width(); x++) {
                for (int channel = 0; channel < 3; channel++) {
                    double d = a.sample(x, y, channel) - b.sample(x, y, channel);
                    inPicture += d * d;
                }
            }
        }
        assertThat(inPlanes / inPicture).isBetween(0.999, 1.001);
    }

    @Test
    void paddingRepeatsTheEdge() {
        Raster picture = TestPictures.noise(new ImageSize(5, 3), 1);
        int[][] planes = planes(picture, 8, 8);
        for (int[] plane : planes) {
            assertThat(plane[7]).isEqualTo(plane[4]);
            assertThat(plane[7 * 8 + 2]).isEqualTo(plane[2 * 8 + 2]);
        }
    }
}
