package dev.inkling.cli;

import dev.inkling.Calibration;
import dev.inkling.Layer;
import dev.inkling.LayerType;
import dev.inkling.bitstream.BitstreamReader;
import dev.inkling.bitstream.Budget;
import dev.inkling.bitstream.Contents;
import dev.inkling.codec.Profile;
import dev.inkling.image.ImageSize;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is worth telling about an Inkling file.
 *
 * @param bytes    its length
 * @param contents what it says
 * @param budget   what each part costs
 * @param archive  whether it is in the long form
 */
record FileFacts(long bytes, Contents contents, Budget budget, boolean archive) {
    /** The facts of a file, read from its bytes and nothing else. */
    static FileFacts of(byte[] bitstream) throws IOException {
        return of(bitstream, List.of());
    }

    /** The facts of a file that may need a calibration. */
    static FileFacts of(byte[] bitstream, List<Calibration> calibrations) throws IOException {
        BitstreamReader.Read read = BitstreamReader.read(bitstream, calibrations);
        return new FileFacts(bitstream.length, read.contents(), read.budget(), read.archive());
    }

    long bits() {
        return 8 * bytes;
    }

    /** Bits for each pixel, where there is a picture. */
    double bpp() {
        return (double) bits() / pixels();
    }

    double microBpp() {
        return 1e6 * bits() / pixels();
    }

    private long pixels() {
        return Objects.requireNonNull(contents.size(), "a vector of no picture").pixels();
    }

    /** The name of the profile that makes such layers; layers of no profile are listed with plus signs. */
    String profile() {
        if (layers().equals(List.of("vector")) && contents.size() != null) {
            return Profile.CLIP.label();
        }
        if (layers().equals(List.of("picture", "vector"))) {
            return Profile.CLIP_COLOR.label();
        }
        boolean picture = contents.layers().stream().anyMatch(layer -> layer.type() == LayerType.PICTURE);
        Optional<Layer> text = contents.layers().stream()
                .filter(layer -> layer.type() == LayerType.TEXT)
                .findFirst();
        if (contents.layers().size() == 2 && picture && text.isPresent()) {
            return Profile.HYBRID.label();
        }
        boolean lines = contents.layers().stream().anyMatch(layer -> layer.type() == LayerType.SKETCH);
        if (contents.layers().size() == 2 && lines && text.isPresent()) {
            return Profile.SKETCH.label();
        }
        if (contents.layers().size() == 1 && picture) {
            return Profile.PICTURE.label();
        }
        if (contents.layers().size() == 1 && text.isPresent()) {
            return (text.get() instanceof Layer.Words ? Profile.KEYWORDS : Profile.TEXT).label();
        }
        return String.join("+", layers());
    }

    List<String> layers() {
        return contents.layers().stream().map(layer -> layer.type().label()).collect(Collectors.toList());
    }

    /** The words of the text layer; empty when there is none. */
    String words() {
        for (Layer layer : contents.layers()) {
            if (layer instanceof Layer.Prose prose) {
                return prose.text();
            }
            if (layer instanceof Layer.Words keywords) {
                return String.join(" ", keywords.words());
            }
        }
        return "";
    }

    /** One line: {@code 247 bytes, 0.00754 bpp, 7538 µbpp, hybrid 512x512}; without a picture {@code 96 bytes, vector}. */
    String summary() {
        ImageSize size = contents.size();
        return size == null
                ? String.format(Locale.ROOT, "%d bytes, %s", bytes, profile())
                : String.format(
                        Locale.ROOT, "%d bytes, %s bpp, %s µbpp, %s %s", bytes, significant(bpp()),
                        significant(microBpp()), profile(), size);
    }

    /** The parts on one line: {@code header 12 + text 480 + picture 1476 + check 8 = 1976 bits}. */
    String partsLine() {
        return budget.byName().entrySet().stream()
                        .map(part -> part.getKey() + " " + part.getValue())
                        .collect(Collectors.joining(" + "))
                + " = " + bits() + " bits";
    }

    /** A number with three or more significant digits and no exponent. */
    static String significant(double number) {
        int decimals = number >= 100 || number == 0 ? 0 : 2 - (int) Math.floor(Math.log10(number));
        return String.format(Locale.ROOT, "%." + decimals + "f", number);
    }

    /** Text from a file without what could steer a terminal. */
    static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "?");
    }

    /** Writes the fields of an object that is open. */
    void writeTo(JsonWriter json) {
        json.name("bytes").value(bytes);
        json.name("bits").value(bits());
        ImageSize size = contents.size();
        if (size != null) {
            json.name("bpp").value(bpp());
            json.name("ubpp").value(microBpp());
            json.name("width").value(size.width());
            json.name("height").value(size.height());
        }
        json.name("profile").value(profile());
        json.name("form").value(form());
        json.name("layers").beginArray();
        layers().forEach(json::value);
        json.endArray().name("parts").beginObject();
        budget.byName().forEach((name, bits) -> json.name(name).value(bits));
        json.endObject();
        for (Layer layer : contents.layers()) {
            writeLayer(layer, json);
        }
    }

    String form() {
        return archive ? "archive" : "short";
    }

    private static void writeLayer(Layer layer, JsonWriter json) {
        if (layer instanceof Layer.Prose prose) {
            json.name("description").value(prose.text());
        } else if (layer instanceof Layer.Words keywords) {
            json.name("keywords").beginArray();
            keywords.words().forEach(json::value);
            json.endArray();
        } else if (layer instanceof Layer.Picture picture) {
            json.name("tiny").beginObject();
            json.name("width").value(picture.tiny().width());
            json.name("height").value(picture.tiny().height());
            json.name("step").value(picture.step()).endObject();
        } else if (layer instanceof Layer.Lines lines) {
            json.name("sketch").beginObject();
            json.name("width").value(lines.sketch().size().width());
            json.name("height").value(lines.sketch().size().height());
            json.name("line_pixels").value(lines.sketch().lineCount()).endObject();
        } else if (layer instanceof Layer.Vector vector) {
            json.name("vector").beginObject();
            json.name("dimension").value(vector.embedding().dimension());
            if (vector.calibration() != null) {
                json.name("calibration").value(vector.calibration());
            }
            json.endObject();
        }
    }
}
