package dev.inkling.openai;

import dev.inkling.ProviderException;
import dev.inkling.image.Raster;
import dev.inkling.openai.prompt.FileText;

/** Changes one thing in a picture and keeps the rest. Thread-safe. */
public interface PictureEditor {
    /**
     * @param description what the picture shows
     * @param change      what to change, in terms of what can be seen
     * @return a picture of the same size
     */
    Raster edit(Raster picture, FileText description, FileText change) throws ProviderException;
}
