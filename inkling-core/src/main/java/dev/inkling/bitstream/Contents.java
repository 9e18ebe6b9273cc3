package dev.inkling.bitstream;

import dev.inkling.Layer;
import dev.inkling.image.ImageSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that a file says.
 *
 * @param size   size of the picture to make; null for a vector of no picture
 * @param layers one to four layers of different types, in wire order
 */
public record Contents(@Nullable ImageSize size, List<Layer> layers) {
    public Contents {
        layers = List.copyOf(layers);
    }
}
