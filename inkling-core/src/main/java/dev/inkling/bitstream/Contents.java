package dev.inkling.bitstream;

import dev.inkling.Layer;
import dev.inkling.image.ImageSize;
import java.util.List;

/**
 * All that a file says.
 *
 * @param size   size of the picture to make
 * @param layers one to four layers of different types, in wire order
 */
public record Contents(ImageSize size, List<Layer> layers) {
    public Contents {
        layers = List.copyOf(layers);
    }
}
