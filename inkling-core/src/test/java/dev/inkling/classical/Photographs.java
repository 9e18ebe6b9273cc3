package dev.inkling.classical;

import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Reads photographs, above all the four that come with the project. */
public final class Photographs {
    public static final List<String> FILES = List.of("astronaut.png", "chelsea.png", "coffee.png", "rocket.jpg");

    private static final Path FOLDER = Path.of("..", "testdata", "images");

    private Photographs() {}

    public static Raster read(String file) throws IOException {
        return read(FOLDER.resolve(file));
    }

    public static Raster read(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        ImageSize size = new ImageSize(image.getWidth(), image.getHeight());
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (int y = 0, i = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int pixel = image.getRGB(x, y);
                rgb[i++] = (byte) (pixel >> 16);
                rgb[i++] = (byte) (pixel >> 8);
                rgb[i++] = (byte) pixel;
            }
        }
        return Raster.wrap(size, rgb);
    }
}
