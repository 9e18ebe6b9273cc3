package dev.inkling.onnx.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.models.ModelFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PicturePreparationTest {
    @TempDir
    private Path folder;

    /** Reference values here and below: Pillow 12 and numpy, with the same picture. */
    @ParameterizedTest
    @ValueSource(strings = {
        "\"size\": 16, \"crop_size\": 16",
        "\"size\": {\"shortest_edge\": 16}, \"crop_size\": {\"height\": 16, \"width\": 16}",
    })
    void asClipWantsPictures(String sizes) throws IOException {
        Tensor tensor = prepared("{\"do_resize\": true, \"do_center_crop\": true, \"resample\": 3, " + sizes
                + ", \"image_mean\": [0.48145466, 0.4578275, 0.40821073],"
                + " \"image_std\": [0.26862954, 0.26130258, 0.27577711]}");

        assertThat(tensor.shape()).containsExactly(1, 3, 16, 16);
        assertSamples(tensor, -0.9455537796020508f, -1.001708745956421f, -0.04399313032627106f, 96.56839485932142);
    }

    @Test
    void asSiglipWantsPictures() throws IOException {
        Tensor tensor = prepared("{\"size\": {\"height\": 20, \"width\": 24}, \"resample\": 3, \"rescale_factor\":"
                + " 0.00392156862745098, \"image_mean\": [0.5, 0.5, 0.5], \"image_std\": [0.5, 0.5, 0.5]}");

        assertThat(tensor.shape()).containsExactly(1, 3, 20, 24);
        assertSamples(tensor, -0.9529411792755127f, -0.2549019753932953f, -0.3803921639919281f, -147.82745362073183);
    }

    @Test
    void asMobileClipWantsPictures() throws IOException {
        Tensor tensor = prepared("{\"size\": {\"shortest_edge\": 18}, \"crop_size\": {\"height\": 16, \"width\": 16},"
                + " \"do_center_crop\": true, \"do_normalize\": false, \"resample\": 2}");

        assertThat(tensor.shape()).containsExactly(1, 3, 16, 16);
        assertSamples(tensor, 0.27843138575553894f, 0.239215686917305f, 0.43529412150382996f, 381.2392257489264);
    }

    @Test
    void largerWithLanczos() throws IOException {
        Tensor tensor = prepared(
                "{\"size\": {\"height\": 20, \"width\": 80}, \"resample\": 1, \"do_normalize\": false}");

        assertSamples(
                tensor, 0.003921568859368563f, 0.0470588244497776f, 0.3019607961177826f, 2156.6745588686317);
    }

    /** First sample of red, one of green, the last of blue, and the sum of all. */
    private static void assertSamples(Tensor tensor, float red, float green, float blue, double sum) {
        float[] samples = tensor.floats();
        int width = (int) tensor.shape()[3];
        int plane = samples.length / 3;
        double total = 0;
        for (float sample : samples) {
            total += sample;
        }
        assertThat(samples[0]).isCloseTo(red, within(1e-6f));
        assertThat(samples[plane + 3 * width + 4]).isCloseTo(green, within(1e-6f));
        assertThat(samples[samples.length - 1]).isCloseTo(blue, within(1e-6f));
        assertThat(total).isCloseTo(sum, within(1e-3));
    }

    @ParameterizedTest
    @CsvSource({"65535, 3", "1, 65535"})
    void onlyTheMiddleOfVeryLongPicturesIsResized(int width, int height) throws IOException {
        Files.writeString(folder.resolve("preprocessor_config.json"),
                "{\"size\": 224, \"do_center_crop\": true, \"do_normalize\": false}");
        Raster picture = Raster.wrap(new ImageSize(width, height), new byte[3 * width * height]);

        Tensor tensor = PicturePreparation.read(new ModelFolder(folder)).tensor(picture);

        assertThat(tensor.shape()).containsExactly(1, 3, 224, 224);
    }

    @Test
    void whatIsNotKnownIsRefused() {
        assertRefused("{\"size\": {\"longest_edge\": 16}}", "has no size of 1 to 4096, but {\"longest_edge\":16}");
        assertRefused("{\"size\": 100000}", "has no size of 1 to 4096, but 100000");
        assertRefused("{}", "has no size of 1 to 4096");
        assertRefused("{\"size\": 16, \"do_resize\": false}", "resizes no pictures");
        assertRefused("{\"size\": 16, \"resample\": 0}", "has the resampling filter 0; known are 1, 2 and 3");
        assertRefused("{\"size\": 16, \"image_std\": [1, 1]}", "has no three numbers as image_std, but [1,1]");
        assertRefused("{\"size\": 16, \"image_std\": [1, 1, 0]}", "has no three numbers as image_std, but [1,1,0]");
        assertRefused("{\"size\": {\"height\": 8, \"width\": 8}, \"do_center_crop\": true, \"crop_size\": 16}",
                "cuts 16x16 out of less");
    }

    private void assertRefused(String json, String message) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> prepared(json))
                .withMessageContaining("its preprocessor_config.json")
                .withMessageContaining(message);
    }

    private Tensor prepared(String json) throws IOException {
        Files.writeString(folder.resolve("preprocessor_config.json"), json);
        return PicturePreparation.read(new ModelFolder(folder)).tensor(picture());
    }

    private static Raster picture() {
        ImageSize size = new ImageSize(53, 37);
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (int y = 0, i = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                rgb[i++] = (byte) (7 * x + 3 * y);
                rgb[i++] = (byte) (x * x + y);
                rgb[i++] = (byte) (x * y % 251);
            }
        }
        return Raster.wrap(size, rgb);
    }
}
