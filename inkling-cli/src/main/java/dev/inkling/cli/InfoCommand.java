package dev.inkling.cli;

import dev.inkling.Layer;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** What is in a file. */
@Command(name = "info", description = "Show what an .inkl file holds and what each part costs.")
final class InfoCommand extends Subcommand {
    @Parameters(paramLabel = "IN", description = "file to look at, or - for standard input")
    private String input = "";

    @Mixin
    private CalibrationOption calibrations = new CalibrationOption();

    InfoCommand(Environment environment) {
        super(environment);
    }

    @Override
    String subject() {
        return input;
    }

    @Override
    public Integer call() throws IOException {
        FileFacts facts = FileFacts.of(streams.readBitstream(input), calibrations.read(streams));
        terminal.line(json ? json(facts) : text(facts));
        return ExitCode.OK.code();
    }

    private static String json(FileFacts facts) {
        JsonWriter json = new JsonWriter().beginObject();
        facts.writeTo(json);
        return json.endObject().toString();
    }

    private String text(FileFacts facts) {
        StringBuilder text = new StringBuilder();
        text.append(input).append(": ").append(facts.summary()).append(", ").append(facts.form()).append(" form");
        facts.budget().byName().forEach((name, bits) -> text.append(String.format(
                Locale.ROOT, "\n  %-9s%6d bits %6.2f %%", name, bits, 100.0 * bits / facts.bits())));
        for (Layer layer : facts.contents().layers()) {
            text.append("\n  ").append(describe(layer));
        }
        return text.toString();
    }

    private static String describe(Layer layer) {
        if (layer instanceof Layer.Prose prose) {
            return "description: " + FileFacts.printable(prose.text());
        }
        if (layer instanceof Layer.Words keywords) {
            return "keywords: " + FileFacts.printable(String.join(" ", keywords.words()));
        }
        if (layer instanceof Layer.Picture picture) {
            return "tiny picture: " + picture.tiny().size() + ", quantiser " + picture.step();
        }
        if (layer instanceof Layer.Vector vector) {
            return "vector: " + vector.embedding().dimension() + " dimensions"
                    + (vector.calibration() == null ? "" : ", calibration " + vector.calibration());
        }
        if (layer instanceof Layer.Lines lines) {
            return "sketch: " + lines.sketch().size() + ", " + lines.sketch().lineCount() + " pixels of lines";
        }
        return layer.type().label();
    }
}
