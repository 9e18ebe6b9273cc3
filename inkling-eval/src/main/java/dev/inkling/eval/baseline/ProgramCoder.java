package dev.inkling.eval.baseline;

import dev.inkling.image.PictureFormat;
import dev.inkling.image.PictureReader;
import dev.inkling.image.PictureWriter;
import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javax.imageio.stream.FileImageOutputStream;

/**
 * A format whose encoder and decoder are programs that read and write PNG.
 *
 * @param name      of the format
 * @param extension of its files
 * @param encoder   command with {@code {in}}, {@code {file}} and {@code {setting}}
 * @param decoder   command with {@code {file}} and {@code {out}}
 * @param values    what {@code {setting}} becomes, from the fewest bytes to the most
 * @param version   what the program says of itself
 * @param split     bits by part of a file
 */
record ProgramCoder(
        String name,
        String extension,
        Program encoder,
        Program decoder,
        List<String> values,
        String version,
        Function<byte[], Map<String, Long>> split)
        implements PictureCoder {

    @Override
    public String identity() {
        return String.join(" ", encoder.words()) + "; " + version;
    }

    @Override
    public int settings() {
        return values.size();
    }

    @Override
    public String settingName(int setting) {
        return "setting " + values.get(setting);
    }

    @Override
    public byte[] encode(Raster picture, int setting) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path in = scratch.file("in.png");
            Path file = scratch.file("file." + extension);
            writePng(picture, in);
            encoder.run(Map.of("in", in.toString(), "file", file.toString(), "setting", values.get(setting)));
            return Files.readAllBytes(file);
        }
    }

    @Override
    public Raster decode(Path file) throws IOException {
        try (Scratch scratch = new Scratch()) {
            Path out = scratch.file("out.png");
            decoder.run(Map.of("file", file.toString(), "out", out.toString()));
            return PictureReader.read(out);
        }
    }

    @Override
    public Map<String, Long> parts(byte[] file) {
        return split.apply(file);
    }

    private static void writePng(Raster picture, Path file) throws IOException {
        try (FileImageOutputStream out = new FileImageOutputStream(file.toFile())) {
            PictureWriter.write(picture, PictureFormat.PNG, out);
        }
    }
}
