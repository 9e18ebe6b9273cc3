package dev.inkling.cli;

import dev.inkling.codec.EncodeOptions;
import dev.inkling.codec.EncodeStage;
import dev.inkling.codec.Encoded;
import dev.inkling.codec.Encoder;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.openai.cost.Bill;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One picture to one file. */
@Command(name = "encode", description = "Store a picture as a small .inkl file.")
final class EncodeCommand extends Subcommand {
    @Parameters(
            paramLabel = "IN",
            description = "picture to store (PNG, JPEG, GIF, BMP, TIFF, WebP), or - for standard input")
    private String input = "";

    @Option(
            names = {"-o", "--output"},
            order = 1,
            paramLabel = "OUT",
            description = "file to write, or - for standard output (default: IN with .inkl as its extension)")
    private @Nullable String output;

    @Mixin
    private RateOptions rate = new RateOptions();

    @Option(
            names = "--profile-time",
            order = 30,
            hidden = true,
            description = "say how long each stage takes: on standard error, or in the JSON (default: not)")
    private boolean profileTime;

    @Mixin
    private DescriberOptions describer = new DescriberOptions();

    @Mixin
    private VectorOptions vectors = new VectorOptions();

    @Mixin
    private EdgeOption edges = new EdgeOption();

    @Mixin
    private ServiceOptions serviceOptions = new ServiceOptions();

    @Mixin
    private PixelLimit limit = new PixelLimit();

    EncodeCommand(Environment environment) {
        super(environment);
    }

    @Override
    String subject() {
        return input;
    }

    @Override
    public Integer call() throws IOException {
        EncodeOptions options = rate.encodeOptions();
        describer.check(options.profile());
        vectors.check(options.profile());
        edges.check(options.profile());
        Services services = environment.wiring().services(serviceOptions);
        if (serviceOptions.dryRun) {
            terminal.line(ServiceReport.plan(
                    describer.plan(services, options.profile()), 1, services.priceDate(), json));
            return ExitCode.OK.code();
        }
        String target = output == null ? FileNames.withExtension(input, ".inkl") : output;
        FileNames.checkDistinct(input, target);
        StageClock clock = new StageClock();
        clock.enter("reading");
        PictureReader.Loaded loaded = streams.readPicture(input, limit.maxPixels());
        String wait = options.profile().hasVector() ? "embedding" : describer.waitLine();
        if (wait != null) {
            clock.enter((options.profile().hasVector() ? EncodeStage.EMBEDDING : EncodeStage.DESCRIBING).label());
        }
        Made made = WaitLine.during(
                terminal, wait, () -> encode(loaded.picture(), services, options, clock));
        Encoded encoded = made.encoded();
        byte[] bitstream = encoded.bitstream();
        clock.enter("writing");
        streams.write(target, bitstream);
        clock.stop();
        FileFacts facts =
                new FileFacts(bitstream.length, encoded.contents(), encoded.budget(), options.archive());
        report(
                json
                        ? json(facts, target, loaded.notes(), clock, services.bill(), made.describedBy())
                        : text(facts, target, loaded.notes()) + ServiceReport.text(services.bill()),
                target);
        if (profileTime && !json) {
            terminal.errorLine(clock.line());
        }
        return ExitCode.OK.code();
    }

    /** A file, and what described the picture. */
    private record Made(Encoded encoded, String describedBy) {}

    private Made encode(Raster picture, Services services, EncodeOptions options, StageClock clock)
            throws IOException {
        Wiring wiring = environment.wiring();
        int threads = Runtime.getRuntime().availableProcessors();
        try (Describing describing = describer.open(services, new LocalDescriber(wiring.models(), threads));
                OpenEmbedder embedder = vectors.openEmbedder(environment, options.profile(), threads);
                OpenEdges detector = edges.open(environment, threads);
                OpenGenerator generator = wiring.embeddedGenerator(threads, terminal)) {
            if (options.asksGenerator()) {
                generator.preload();
            }
            Encoder encoder = detector.in(embedder.in(
                    wiring.encoder(describing, generator, stage -> clock.enter(stage.label()))));
            Encoded encoded = encoder.encode(picture, options);
            return new Made(encoded, describing.identity());
        }
    }

    private static String text(FileFacts facts, String target, List<String> notes) {
        StringBuilder text = new StringBuilder();
        text.append(target).append(": ").append(facts.summary());
        text.append("\n  ").append(facts.partsLine());
        if (!facts.words().isEmpty()) {
            text.append("\n  \"").append(FileFacts.printable(facts.words())).append('"');
        }
        notes.forEach(note -> text.append("\n  note: ").append(note));
        return text.toString();
    }

    private String json(
            FileFacts facts, String target, List<String> notes, StageClock clock, @Nullable Bill bill,
            String describedBy) {
        JsonWriter json = new JsonWriter().beginObject();
        json.name("file").value(target);
        facts.writeTo(json);
        json.name("notes").beginArray();
        notes.forEach(json::value);
        json.endArray();
        if (profileTime) {
            clock.writeTo(json.name("milliseconds"));
        }
        ServiceReport.writeTo(json, bill, describedBy);
        return json.endObject().toString();
    }
}
