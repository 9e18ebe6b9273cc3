package dev.inkling;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.util.List;

/** Makes a picture from the layers of a file. Thread-safe. */
@FunctionalInterface
public interface Generator {
    /**
     * @param layers the decoded layers of a valid file, at least one
     * @param size   size of the picture wanted
     * @return a picture of exactly that size
     * @throws ProviderException when the model or service behind it fails
     */
    Generated generate(List<Layer> layers, ImageSize size) throws ProviderException;

    /** Whether it can make a picture of this layer alone. Most know nothing of vectors. */
    default boolean understands(Layer layer) {
        return layer.type() != LayerType.VECTOR;
    }

    /**
     * A generated picture.
     *
     * @param picture the reconstruction
     * @param notes   what the user should know about it, such as a missing layer; often empty
     */
    record Generated(Raster picture, List<String> notes) {
        public Generated {
            notes = List.copyOf(notes);
        }
    }
}
