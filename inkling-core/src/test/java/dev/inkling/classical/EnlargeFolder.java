package dev.inkling.classical;

import dev.inkling.Layer;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Enlarges tiny pictures from outside the project, for {@code training/measure-generator.py}. Arguments: a list and a
 * folder for the results. Each line of the list: file of the tiny picture, quantiser step, width, height, name of the
 * result.
 */
final class EnlargeFolder {
    private EnlargeFolder() {}

    public static void main(String[] args) throws IOException {
        ClassicalGenerator generator = new ClassicalGenerator();
        for (String line : Files.readAllLines(Path.of(args[0]))) {
            String[] field = line.split("\t");
            Layer layer = new Layer.Picture(Photographs.read(Path.of(field[0])), Integer.parseInt(field[1]));
            ImageSize size = new ImageSize(Integer.parseInt(field[2]), Integer.parseInt(field[3]));
            write(generator.generate(List.of(layer), size).picture(), new File(args[1], field[4]));
        }
    }

    private static void write(Raster picture, File file) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.setRGB(x, y, picture.rgb(x, y));
            }
        }
        ImageIO.write(image, "png", file);
    }
}
