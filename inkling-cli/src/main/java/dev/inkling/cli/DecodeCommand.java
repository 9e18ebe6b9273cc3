package dev.inkling.cli;

import dev.inkling.codec.Decoded;
import dev.inkling.codec.Decoder;
import dev.inkling.image.PictureFormat;
import dev.inkling.openai.cost.Bill;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One file to one picture. */
@Command(name = "decode", description = "Make a picture from an .inkl file.")
final class DecodeCommand extends Subcommand {
    @Parameters(paramLabel = "IN", description = "file to decode, or - for standard input")
    private String input = "";

    @Option(
            names = {"-o", "--output"},
            order = 1,
            paramLabel = "OUT",
            description = {
                "picture to write: .png or .jpg, or - for a PNG on standard output"
                        + " (default: IN with .png added, so that photo.inkl never replaces photo.png)"
            })
    private @Nullable String output;

    @Mixin
    private GeneratorOption generator = new GeneratorOption();

    @Mixin
    private PainterOptions painter = new PainterOptions();

    @Mixin
    private ServiceOptions serviceOptions = new ServiceOptions();

    @Mixin
    private PixelLimit limit = new PixelLimit();

    /** Files of so many bytes nearly always hold a tiny picture. */
    private static final int USUALLY_WITH_PICTURE = 80;

    DecodeCommand(Environment environment) {
        super(environment);
    }

    @Override
    String subject() {
        return input;
    }

    @Override
    public Integer call() throws IOException {
        String target = output == null ? defaultOutput(input) : output;
        PictureFormat format = format(target);
        FileNames.checkDistinct(input, target);
        if (painter.usesService()) {
            generator.checkUnused("--generator embedded");
        }
        Services services = environment.wiring().services(serviceOptions);
        byte[] bitstream = streams.readBitstream(input);
        if (serviceOptions.dryRun) {
            terminal.line(ServiceReport.plan(painter.plan(services), 1, services.priceDate(), json));
            return ExitCode.OK.code();
        }
        decode(bitstream, target, format, services);
        return ExitCode.OK.code();
    }

    private void decode(byte[] bitstream, String target, PictureFormat format, Services services) throws IOException {
        Painting painting = painter.usesService() ? painter.open(services) : null;
        Decoded decoded = WaitLine.during(
                terminal, painting != null, () -> painting == null ? decode(bitstream) : decode(bitstream, painting));
        streams.writePicture(target, decoded.picture(), format);
        String identity = painting == null ? "" : painting.identity();
        report(
                json
                        ? json(decoded, bitstream.length, target, services.bill(), identity)
                        : text(decoded, bitstream.length, target) + ServiceReport.text(services.bill()),
                target);
    }

    private Decoded decode(byte[] bitstream) throws IOException {
        try (OpenGenerator open = generator.open(environment, Runtime.getRuntime().availableProcessors())) {
            if (bitstream.length >= USUALLY_WITH_PICTURE) {
                open.preload();
            }
            return environment.wiring().decoder(open, limit.maxPixels()).decode(bitstream);
        }
    }

    private Decoded decode(byte[] bitstream, Painting painting) throws IOException {
        return new Decoder(painting.generator(), limit.maxPixels()).decode(bitstream);
    }

    private static String defaultOutput(String input) {
        return Streams.isStandard(input) ? input : input + ".png";
    }

    /** The format that an output's name asks for. */
    static PictureFormat format(String target) {
        if (Streams.isStandard(target)) {
            return PictureFormat.PNG;
        }
        return PictureFormat.ofFileName(target).orElseThrow(() -> new UsageException(
                "cannot write " + target + ": its extension must be one of " + PictureFormat.knownExtensions()));
    }

    private static String text(Decoded decoded, int bytes, String target) {
        StringBuilder text = new StringBuilder();
        text.append(target).append(": ").append(decoded.picture().size()).append(" from ").append(bytes)
                .append(" bytes");
        decoded.notes().forEach(note -> text.append("\n  note: ").append(note));
        return text.toString();
    }

    private static String json(
            Decoded decoded, int bytes, String target, @Nullable Bill bill, String paintedBy) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("file").value(target);
        json.name("width").value(decoded.picture().width());
        json.name("height").value(decoded.picture().height());
        json.name("bytes").value(bytes);
        json.name("notes").beginArray();
        decoded.notes().forEach(json::value);
        json.endArray();
        ServiceReport.writeTo(json, bill, paintedBy);
        return json.endObject().toString();
    }
}
