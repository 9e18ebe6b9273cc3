package dev.inkling.cli;

import dev.inkling.Generator;
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
    private VectorOptions vectors = new VectorOptions();

    @Option(
            names = "--profile-time",
            order = 30,
            hidden = true,
            description = {
                "say how long each stage takes, and where the system tells it, the most memory that it took: on standard"
                        + " error, or in the JSON (default: not)"
            })
    private boolean profileTime;

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
        if (painter.usesService() || painter.usesModel()) {
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
        StageProfile profile = new StageProfile();
        profile.enter("generating");
        Painting painting = painter.usesService() ? painter.open(services) : null;
        Decoded decoded = decode(bitstream, profile, painting);
        profile.enter("writing");
        streams.writePicture(target, decoded.picture(), format);
        profile.stop();
        String identity = painting == null ? "" : painting.identity();
        report(
                json
                        ? json(decoded, bitstream.length, target, profile, services.bill(), identity)
                        : text(decoded, bitstream.length, target) + ServiceReport.text(services.bill()),
                target);
        if (profileTime && !json) {
            terminal.errorLine(profile.text());
        }
    }

    private Decoded decode(byte[] bitstream, StageProfile profile, @Nullable Painting painting) throws IOException {
        int cores = Runtime.getRuntime().availableProcessors();
        try (OpenDescriptions descriptions = vectors.openDescriptions(environment, cores)) {
            return painting == null
                    ? decode(bitstream, profile, descriptions, cores)
                    : WaitLine.during(terminal, true, () -> decoder(painting.generator(), descriptions, profile)
                            .decode(bitstream));
        }
    }

    private Decoded decode(byte[] bitstream, StageProfile profile, OpenDescriptions descriptions, int cores)
            throws IOException {
        if (painter.usesModel()) {
            StepProgress progress = new StepProgress(terminal, profile);
            try (OpenGenerator open = painter.openModel(environment, ModelResources.forOne(), progress)) {
                return Interruption.endsAtOnce(
                        () -> decoder(open.generator(), descriptions, profile).decode(bitstream));
            } finally {
                progress.finish();
            }
        }
        try (OpenGenerator open = generator.open(environment, cores)) {
            if (bitstream.length >= USUALLY_WITH_PICTURE) {
                open.preload();
            }
            return decoder(open.generator(), descriptions, profile).decode(bitstream);
        }
    }

    private Decoder decoder(Generator paints, OpenDescriptions descriptions, StageProfile profile) {
        return descriptions.decoder(paints, limit.maxPixels(), profile::enter);
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

    private String json(
            Decoded decoded, int bytes, String target, StageProfile profile, @Nullable Bill bill, String paintedBy) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("file").value(target);
        json.name("width").value(decoded.picture().width());
        json.name("height").value(decoded.picture().height());
        json.name("bytes").value(bytes);
        json.name("notes").beginArray();
        decoded.notes().forEach(json::value);
        json.endArray();
        if (profileTime) {
            profile.writeTo(json);
        }
        ServiceReport.writeTo(json, bill, paintedBy);
        return json.endObject().toString();
    }
}
