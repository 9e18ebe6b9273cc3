package dev.inkling.eval.baseline;

import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * AV1 without a container: the file is the bare payload, and the decoder builds the container that its program asks for
 * around it, out of the payload alone.
 *
 * @param avif the format with its container
 */
record Av1Coder(PictureCoder avif) implements PictureCoder {
    @Override
    public String name() {
        return "av1";
    }

    @Override
    public String identity() {
        return avif.identity() + "; payload alone";
    }

    @Override
    public String extension() {
        return "obu";
    }

    @Override
    public int settings() {
        return avif.settings();
    }

    @Override
    public String settingName(int setting) {
        return avif.settingName(setting);
    }

    @Override
    public byte[] encode(Raster picture, int setting) throws IOException {
        return AvifFile.payload(avif.encode(picture, setting));
    }

    @Override
    public Raster decode(Path file) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path wrapped = scratch.file("picture.avif");
            Files.write(wrapped, AvifFile.around(Files.readAllBytes(file)));
            return avif.decode(wrapped);
        }
    }
}
