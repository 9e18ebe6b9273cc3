package dev.inkling.cli;

import dev.inkling.image.Raster;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what the codec does, on four photographs. */
@Command(
        name = "demo",
        description = "Encode and decode four photographs at three sizes and write a page that shows them.")
final class DemoCommand extends Subcommand {
    @Option(
            names = {"-o", "--output"},
            order = 1,
            paramLabel = "OUT",
            description = "page to write (default: demo.html)")
    private String output = "demo.html";

    @Mixin
    private GeneratorOption generator = new GeneratorOption();

    DemoCommand(Environment environment) {
        super(environment);
    }

    @Override
    @Nullable String subject() {
        return null;
    }

    @Override
    public Integer call() throws IOException {
        checkOutput();
        Path photographs = photographs();
        List<DemoPhotograph> shown;
        int threads = Runtime.getRuntime().availableProcessors();
        try (OpenGenerator embedded = environment.wiring().embeddedGenerator(threads, terminal);
                OpenGenerator open = generator.open(environment, threads)) {
            shown = show(photographs, embedded, open);
        }
        String page = new DemoPage(shown, generator.modelName()).html();
        streams.write(output, page.getBytes(StandardCharsets.UTF_8));
        finish(shown);
        return ExitCode.OK.code();
    }

    /** The work takes a while, so what would be in vain is refused before it. */
    private void checkOutput() throws IOException {
        if (Streams.isStandard(output)) {
            throw new UsageException("the page goes to a file, since the table goes to standard output: -o FILE");
        }
        AtomicFile.check(FileNames.path(output));
    }

    private List<DemoPhotograph> show(Path photographs, OpenGenerator embedded, OpenGenerator open)
            throws IOException {
        List<DemoPhotograph> shown = new ArrayList<>();
        DemoRun run = new DemoRun(environment, embedded, open, Files.createTempDirectory("inkling-demo"));
        try {
            printHead();
            for (DemoPhotograph.Source source : DemoPhotograph.SOURCES) {
                shown.add(show(photographs.resolve(source.fileName()), source, run));
            }
        } finally {
            run.cleanUp();
        }
        return shown;
    }

    private DemoPhotograph show(Path file, DemoPhotograph.Source source, DemoRun run) throws IOException {
        Raster original = run.read(file);
        List<DemoResult> results = new ArrayList<>();
        for (int size : DemoRun.SIZES) {
            DemoResult result = run.roundTrip(original, size);
            print(source, result);
            results.add(result);
        }
        return new DemoPhotograph(source, original, Files.size(file), results);
    }

    private Path photographs() {
        Path home = environment.home() == null ? Path.of("") : environment.home();
        Path folder = home.resolve("testdata").resolve("images");
        for (DemoPhotograph.Source source : DemoPhotograph.SOURCES) {
            if (!Files.isRegularFile(folder.resolve(source.fileName()))) {
                throw new UsageException("the demonstration needs " + folder.resolve(source.fileName())
                        + "; start ./inkling from a complete copy of the project");
            }
        }
        return folder;
    }

    private void printHead() {
        if (!json) {
            terminal.line("photograph     allowed  bytes      bpp     µbpp  PSNR dB   encode   decode");
        }
    }

    private void print(DemoPhotograph.Source source, DemoResult result) {
        if (json) {
            return;
        }
        FileFacts facts = result.facts();
        terminal.line(String.format(
                Locale.ROOT, "%-14s %7d %6d  %7.5f %8.0f %8.2f %5d ms %5d ms", source.fileName(), result.maxBytes(),
                facts.bytes(), facts.bpp(), facts.microBpp(), result.psnr(), result.encodeMillis(),
                result.decodeMillis()));
        terminal.out().flush();
    }

    private void finish(List<DemoPhotograph> shown) {
        if (json) {
            terminal.line(json(shown));
        } else {
            terminal.line("The page is at " + Path.of(output).toAbsolutePath().normalize());
        }
    }

    private String json(List<DemoPhotograph> shown) {
        JsonWriter writer = new JsonWriter().beginObject();
        writer.name("page").value(Path.of(output).toAbsolutePath().normalize().toString());
        writer.name("results").beginArray();
        for (DemoPhotograph photograph : shown) {
            photograph.results().forEach(result -> result.writeTo(writer, photograph.source().fileName()));
        }
        return writer.endArray().endObject().toString();
    }
}
