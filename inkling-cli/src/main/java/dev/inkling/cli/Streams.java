package dev.inkling.cli;

import dev.inkling.MalformedBitstreamException;
import dev.inkling.bitstream.BitstreamReader;
import dev.inkling.image.Orientation;
import dev.inkling.image.PictureFormat;
import dev.inkling.image.PictureReader;
import dev.inkling.image.PictureWriter;
import dev.inkling.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.FileImageOutputStream;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Reads and writes what the command line names: a file, or {@code -} for standard input or output. */
final class Streams {
    static final String STANDARD = "-";

    private final Terminal terminal;

    Streams(Terminal terminal) {
        this.terminal = terminal;
    }

    static boolean isStandard(String name) {
        return name.equals(STANDARD);
    }

    /** Reads a picture, upright. */
    PictureReader.Loaded readPicture(String name, long maxPixels) throws IOException {
        PictureReader reader = new PictureReader(maxPixels);
        if (isStandard(name) || !Files.isRegularFile(existing(name))) {
            // A pipe can be read only once, and not from the middle.
            byte[] bytes = read(name);
            Orientation orientation = ExifOrientation.of(() -> new ByteArrayInputStream(bytes));
            try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
                return reader.read(in, orientation);
            }
        }
        Path path = FileNames.path(name);
        Orientation orientation = ExifOrientation.of(() -> Files.newInputStream(path));
        try (ImageInputStream in = ImageIO.createImageInputStream(path.toFile())) {
            return reader.read(in, orientation);
        }
    }

    /** Reads an Inkling file. */
    byte[] readBitstream(String name) throws IOException {
        byte[] bytes = readAtMost(name, BitstreamReader.MAX_LENGTH + 1);
        if (bytes.length > BitstreamReader.MAX_LENGTH) {
            throw new MalformedBitstreamException(BitstreamReader.MAX_LENGTH, "longer than any Inkling file");
        }
        return bytes;
    }

    /** Reads any file whole. */
    byte[] read(String name) throws IOException {
        return readAtMost(name, Integer.MAX_VALUE - 8);
    }

    private byte[] readAtMost(String name, int limit) throws IOException {
        if (isStandard(name)) {
            return terminal.in().readNBytes(limit);
        }
        try (InputStream in = Files.newInputStream(existing(name))) {
            return in.readNBytes(limit);
        }
    }

    void write(String name, byte[] bytes) throws IOException {
        if (isStandard(name)) {
            terminal.out().write(bytes);
        } else {
            AtomicFile.write(FileNames.path(name), bytes);
        }
    }

    void writePicture(String name, Raster picture, PictureFormat format) throws IOException {
        if (isStandard(name)) {
            try (ImageOutputStream out = new MemoryCacheImageOutputStream(terminal.out())) {
                PictureWriter.write(picture, format, out);
            }
            return;
        }
        AtomicFile.write(FileNames.path(name), path -> {
            try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
                    ImageOutputStream out = new FileImageOutputStream(file)) {
                PictureWriter.write(picture, format, out);
            }
        });
    }

    private static Path existing(String name) throws IOException {
        Path path = FileNames.path(name);
        if (!Files.exists(path)) {
            throw new NoSuchFileException(name);
        }
        if (Files.isDirectory(path)) {
            throw new FileSystemException(name, null, "is a folder");
        }
        return path;
    }
}
