package dev.inkling.onnx.pixels;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.onnx.Tensor;
import dev.inkling.onnx.models.ModelFolder;
import dev.inkling.onnx.pixels.PillowResampler.Kernel;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a model wants pictures, as its {@code preprocessor_config.json} says: resized to a shorter side or to both sides, the
 * middle cut out, samples scaled and normalised. Immutable.
 */
public final class PicturePreparation {
    private static final String FILE = "preprocessor_config.json";
    private static final int MAX_SIDE = 4096;

    /** Length of what is resized, in shorter sides. */
    private static final int MOST_SQUARES = 64;

    /** The shorter side after resizing; 0 where both are given. */
    private final int shorterSide;

    private final @Nullable ImageSize size;
    private final @Nullable ImageSize crop;
    private final Kernel kernel;
    private final Normalisation normalisation;

    private PicturePreparation(ModelFolder folder, JsonNode json) throws ProviderException {
        if (!json.path("do_resize").asBoolean(true)) {
            throw folder.failure("its " + FILE + " resizes no pictures, so that few would fit");
        }
        Reader reader = new Reader(folder, json);
        crop = json.path("do_center_crop").asBoolean(false) ? reader.crop() : null;
        JsonNode wanted = json.path("size");
        shorterSide = reader.shorterSide(wanted, crop != null);
        size = shorterSide > 0 ? null : reader.size(wanted);
        kernel = reader.kernel();
        normalisation = reader.normalisation();
        if (crop != null && !holds(crop)) {
            throw folder.failure("its " + FILE + " cuts " + crop + " out of less");
        }
    }

    private boolean holds(ImageSize cut) {
        int width = size == null ? shorterSide : size.width();
        int height = size == null ? shorterSide : size.height();
        return cut.width() <= width && cut.height() <= height;
    }

    /**
     * Reads what a model says.
     *
     * @throws ProviderException when the file is missing or says something that is not known here
     */
    public static PicturePreparation read(ModelFolder folder) throws ProviderException {
        return new PicturePreparation(folder, folder.json(FILE));
    }

    /** {@code 1 x 3 x height x width} of a picture of any size. */
    public Tensor tensor(Raster picture) {
        Raster resized = size == null
                ? PictureSizes.withShorterSide(crop == null ? picture : middle(picture), shorterSide, kernel)
                : PillowResampler.resize(picture, size, kernel);
        return normalisation.tensor(crop == null ? resized : PictureSizes.centre(resized, crop));
    }

    /** Without the far ends of a picture that is very long, which are cut away in the end but would take memory before. */
    private static Raster middle(Raster picture) {
        int longest = MOST_SQUARES * Math.min(picture.width(), picture.height());
        return picture.size().longSide() <= longest
                ? picture
                : PictureSizes.centre(picture, new ImageSize(
                        Math.min(longest, picture.width()), Math.min(longest, picture.height())));
    }

    /** Reads parts of the file. */
    private record Reader(ModelFolder folder, JsonNode json) {
        /** A lone number is the shorter side where the middle is cut out, as CLIP has it, else both sides. */
        int shorterSide(JsonNode wanted, boolean crops) throws ProviderException {
            if (wanted.has("shortest_edge")) {
                return side(wanted.path("shortest_edge"));
            }
            return wanted.isNumber() && crops ? side(wanted) : 0;
        }

        ImageSize crop() throws ProviderException {
            return json.has("crop_size") ? size(json.path("crop_size")) : size(json.path("size"));
        }

        ImageSize size(JsonNode wanted) throws ProviderException {
            JsonNode shortest = wanted.path("shortest_edge");
            JsonNode square = wanted.isObject() ? shortest : wanted;
            return wanted.has("width")
                    ? new ImageSize(side(wanted.path("width")), side(wanted.path("height")))
                    : new ImageSize(side(square), side(square));
        }

        private int side(JsonNode node) throws ProviderException {
            int side = node.isIntegralNumber() ? node.asInt(0) : 0;
            if (side < 1 || side > MAX_SIDE) {
                throw folder.failure("its " + FILE + " has no size of 1 to " + MAX_SIDE + ", but "
                        + (node.isMissingNode() ? json.path("size") : node));
            }
            return side;
        }

        /** Numbered as in Pillow; 2 unless said otherwise. */
        Kernel kernel() throws ProviderException {
            int number = json.path("resample").asInt(2);
            return switch (number) {
                case 1 -> Kernel.LANCZOS;
                case 2 -> Kernel.LINEAR;
                case 3 -> Kernel.CUBIC;
                default -> throw folder.failure("its " + FILE + " has the resampling filter " + number
                        + "; known are 1, 2 and 3");
            };
        }

        Normalisation normalisation() throws ProviderException {
            boolean scales = json.path("do_rescale").asBoolean(true);
            double scale = scales ? json.path("rescale_factor").asDouble(1 / 255.0) : 1;
            return json.path("do_normalize").asBoolean(true)
                    ? new Normalisation(scale, channels("image_mean", 0.5), channels("image_std", 0.5))
                    : new Normalisation(scale, new double[3], new double[] {1, 1, 1});
        }

        private double[] channels(String name, double usual) throws ProviderException {
            double[] values = new double[3];
            JsonNode given = json.path(name);
            for (int i = 0; i < 3; i++) {
                values[i] = given.isArray() ? given.path(i).asDouble(Double.NaN) : usual;
                if (!Double.isFinite(values[i]) || name.endsWith("std") && values[i] == 0) {
                    throw folder.failure("its " + FILE + " has no three numbers as " + name + ", but " + given);
                }
            }
            return values;
        }
    }
}
