package dev.inkling.eval.baseline;

import dev.inkling.ProviderException;
import dev.inkling.eval.Codec;
import dev.inkling.eval.ContentHash;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The codecs to compare with, by name. */
public final class Baselines {
    /** The names of the formats, for messages and help. */
    public static final List<String> FORMATS = List.of("jpeg", "webp", "avif", "av1", "jxl");

    private static final String LANCZOS = "lanczos";
    private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

    private Baselines() {}

    /** Opens the network of a model file as an upscaler; whoever gives this closes what it opened. */
    @FunctionalInterface
    public interface ModelOpener {
        Upscaler open(Path model) throws IOException;
    }

    /**
     * A baseline.
     *
     * @param spec   {@code FORMAT}, {@code FORMAT+lanczos} or {@code FORMAT+MODEL}, the path of an ONNX upscaler
     * @param models opens the models
     * @throws IllegalArgumentException when there is no such format
     * @throws ProviderException        when a program that it needs is not installed
     */
    public static Codec named(String spec, ModelOpener models) throws IOException {
        int plus = spec.indexOf('+');
        PictureCoder coder = coder(plus < 0 ? spec : spec.substring(0, plus));
        if (plus < 0) {
            return new NativeCodec(coder);
        }
        String upscaler = spec.substring(plus + 1);
        return upscaler.equals(LANCZOS)
                ? new ThumbnailCodec(
                        coder, (thumbnail, size) -> Resampler.resize(thumbnail, size, Kernel.LANCZOS), LANCZOS, "")
                : withModel(coder, Path.of(upscaler), models);
    }

    private static Codec withModel(PictureCoder coder, Path model, ModelOpener models) throws IOException {
        if (!Files.isRegularFile(model)) {
            throw new NoSuchFileException(model.toString());
        }
        String hash = ContentHash.ofFile(model);
        return new ThumbnailCodec(coder, models.open(model), model.getFileName().toString(), hash);
    }

    private static PictureCoder coder(String format) throws ProviderException {
        return switch (format) {
            case "jpeg" -> new JpegCoder();
            case "webp" -> program(
                    format, "webp", "cwebp -quiet -m 6 -q {setting} {in} -o {file}", "dwebp -quiet {file} -o {out}",
                    numbers(0, 100), "cwebp -version", "webp", PictureCoder::whole);
            case "avif" -> avif();
            case "av1" -> new Av1Coder(avif());
            case "jxl" -> program(
                    format, "jxl", "cjxl --quiet -e 9 -d {setting} {in} {file}", "djxl --quiet {file} {out}",
                    IntStream.rangeClosed(1, 250).mapToObj(i -> String.valueOf((251 - i) / 10.0)).toList(),
                    "cjxl --version", "libjxl-tools", PictureCoder::whole);
            default -> throw new IllegalArgumentException(
                    "'" + format + "' is none of " + String.join(", ", FORMATS));
        };
    }

    private static PictureCoder avif() throws ProviderException {
        return program(
                "avif", "avif", "avifenc -s 0 -j 1 -y 420 --min {setting} --max {setting} {in} {file}",
                "avifdec -j 1 {file} {out}", numbers(63, 0), "avifenc --version", "libavif-bin",
                AvifFile::parts);
    }

    private static PictureCoder program(
            String name, String extension, String encoder, String decoder, List<String> values, String version,
            String debian, Function<byte[], Map<String, Long>> split)
            throws ProviderException {
        return new ProgramCoder(
                name, extension, command(encoder), command(decoder), values, version(command(version), debian), split);
    }

    private static Program command(String line) {
        return new Program(Program.split(line), TIME_LIMIT);
    }

    /** What a program says of itself, its first line; this also tells whether it is installed. */
    private static String version(Program program, String debian) throws ProviderException {
        String name = program.words().get(0);
        try {
            return name + " " + program.run(Map.of()).strip().lines().findFirst().orElse("");
        } catch (ProviderException e) {
            throw new ProviderException(name, false, "does not run here; Debian's package " + debian + " has it");
        }
    }

    private static List<String> numbers(int first, int last) {
        int step = Integer.signum(last - first);
        return IntStream.rangeClosed(0, Math.abs(last - first)).mapToObj(i -> String.valueOf(first + step * i)).toList();
    }
}
