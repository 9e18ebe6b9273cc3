package dev.inkling.codec;

import dev.inkling.bitstream.Contents;
import dev.inkling.image.Raster;
import java.util.List;

/**
 * A decoded file.
 *
 * @param picture  the reconstruction, of the size that the file says
 * @param contents what the file says
 * @param notes    what the user should know about the picture; often empty
 */
public record Decoded(Raster picture, Contents contents, List<String> notes) {
    public Decoded {
        notes = List.copyOf(notes);
    }
}
