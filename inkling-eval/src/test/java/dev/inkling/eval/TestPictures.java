package dev.inkling.eval;

import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureFormat;
import dev.inkling.image.PictureWriter;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.stream.FileImageOutputStream;

/** Small pictures with smooth shapes. */
public final class TestPictures {
    private TestPictures() {}

    /** Waves of a length that depends on the number. */
    public static Raster waves(int number, ImageSize size) {
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (int y = 0; y < size.height(); y++) {
            for (int x = 0; x < size.width(); x++) {
                int i = 3 * (y * size.width() + x);
                rgb[i] = (byte) (128 + 100 * Math.sin((x + number) / 9.0));
                rgb[i + 1] = (byte) (128 + 100 * Math.cos((x + y * number) / 17.0));
                rgb[i + 2] = (byte) (60 + 2 * number);
            }
        }
        return Raster.wrap(size, rgb);
    }

    /** Writes 01.png, 02.png and so on into a folder, which is made. */
    public static Path folder(Path folder, int count) throws IOException {
        Files.createDirectories(folder);
        for (int number = 1; number <= count; number++) {
            Path file = folder.resolve(String.format("%02d.png", number));
            try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
                PictureWriter.write(waves(number, new ImageSize(48, 32)), PictureFormat.PNG, out);
            }
        }
        return folder;
    }
}
