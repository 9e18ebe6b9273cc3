package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Pictures to files and back, through the command line. */
class RoundTripTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"text", "keywords", "picture", "hybrid"})
    void infoTellsWhatEncodeMade(String profile) throws IOException {
        Path file = folder.resolve("p.inkl");

        CommandRun encode = CommandRun.of(
                "encode", photograph("chelsea.png"), "-o", file.toString(), "--profile", profile, "--max-bytes",
                "300", "--json");
        JsonNode info = CommandRun.of("info", "--json", file.toString()).json();

        assertThat(encode.exitCode()).isZero();
        assertThat(encode.err()).isEmpty();
        assertThat(Files.size(file)).isLessThanOrEqualTo(300).isEqualTo(info.get("bytes").asLong());
        assertThat(info.get("bits").asLong()).isEqualTo(8 * Files.size(file));
        assertThat(sum(info.get("parts"))).isEqualTo(info.get("bits").asLong());
        assertThat(info.get("width").asInt()).isEqualTo(451);
        assertThat(info.get("height").asInt()).isEqualTo(300);
        assertThat(info.get("bpp").asDouble()).isEqualTo(8.0 * Files.size(file) / (451 * 300));
        assertThat(info.get("profile").asString()).isEqualTo(profile);
        assertThat(info.get("form").asString()).isEqualTo("short");
        for (String name : info.propertyNames()) {
            assertThat(encode.json().get(name)).as(name).isEqualTo(info.get(name));
        }
    }

    @Test
    void onlyMoreEffortThanOneAsksTheGenerator() throws IOException {
        String file = folder.resolve("p.inkl").toString();
        String[] command = {"encode", photograph("chelsea.png"), "-o", file, "--profile-time", "--effort", "1"};

        CommandRun fast = CommandRun.of(command);
        command[6] = "2";
        CommandRun slower = CommandRun.of(command);

        assertThat(fast.err()).contains("picture search").doesNotContain("generator");
        assertThat(slower.err()).contains("picture search", "generator");
    }

    @Test
    void encodeSaysWhereItsTimeGoes() throws IOException {
        String file = folder.resolve("p.inkl").toString();
        String[] stages = {
            "reading", "shrinking", "describing", "text layer", "picture search", "generator", "writing"
        };

        CommandRun text = CommandRun.of("encode", photograph("chelsea.png"), "-o", file, "--profile-time");
        CommandRun json = CommandRun.of("encode", photograph("chelsea.png"), "-o", file, "--profile-time", "--json");

        assertThat(text.out()).isEqualTo(CommandRun.of("encode", photograph("chelsea.png"), "-o", file).out());
        assertThat(text.err()).matches(String.join(" [0-9.]+ \\+ ", stages) + " [0-9.]+ = [0-9.]+ ms\n");
        assertThat(json.err()).isEmpty();
        assertThat(json.json().get("milliseconds").propertyNames()).containsExactly(stages);
        assertThat(json.json().get("milliseconds")).allSatisfy(time -> assertThat(time.asDouble()).isPositive());
    }

    @Test
    void decodedPictureHasTheOriginalsSize() throws IOException {
        Path file = folder.resolve("p.inkl");
        CommandRun.of("encode", photograph("coffee.png"), "-o", file.toString());

        for (String name : new String[] {"q.png", "q.jpg", "Q.JPEG"}) {
            Path made = folder.resolve(name);
            assertThat(CommandRun.of("decode", file.toString(), "-o", made.toString()).exitCode()).isZero();
            BufferedImage picture = ImageIO.read(made.toFile());
            assertThat(picture.getWidth()).isEqualTo(600);
            assertThat(picture.getHeight()).isEqualTo(400);
        }
    }

    @Test
    void defaultNamesNeverReplaceTheOriginal() throws IOException {
        Path original = folder.resolve("my.photo.png");
        byte[] bytes = PictureFixtures.write(PictureFixtures.flag(BufferedImage.TYPE_INT_RGB), "png");
        Files.write(original, bytes);

        assertThat(CommandRun.of("encode", original.toString()).exitCode()).isZero();
        assertThat(CommandRun.of("decode", folder.resolve("my.photo.inkl").toString()).exitCode()).isZero();

        assertThat(folder.resolve("my.photo.inkl.png")).exists();
        assertThat(original).hasBinaryContent(bytes);
        assertThat(CommandRun.of("encode", original.toString(), "-o", original.toString()).exitCode()).isEqualTo(2);
        assertThat(original).hasBinaryContent(bytes);
    }

    @Test
    void standardInputAndOutputCarryTheSameBytes() throws IOException {
        byte[] picture = Files.readAllBytes(Path.of(photograph("rocket.jpg")));
        Path file = folder.resolve("p.inkl");
        CommandRun.of("encode", photograph("rocket.jpg"), "-o", file.toString());

        CommandRun encode = CommandRun.withInput(picture, "encode", "-");
        CommandRun decode = CommandRun.withInput(encode.outBytes(), "decode", "-", "-o", "-");

        assertThat(encode.outBytes()).isEqualTo(Files.readAllBytes(file));
        assertThat(encode.err()).contains(" bytes, ", "µbpp");
        assertThat(ImageIO.read(new ByteArrayInputStream(decode.outBytes())).getWidth()).isEqualTo(640);
        assertThat(CommandRun.withInput(encode.outBytes(), "info", "-", "--json").json().get("width").asInt())
                .isEqualTo(640);
        assertThat(CommandRun.withInput(picture, "encode", "-", "--json").err()).startsWith("{\"file\":\"-\"");
    }

    @Test
    void archiveFormIsReported() {
        Path file = folder.resolve("p.inkl");
        CommandRun.of("encode", photograph("rocket.jpg"), "-o", file.toString(), "--archive");

        assertThat(CommandRun.of("info", "--json", file.toString()).json().get("form").asString())
                .isEqualTo("archive");
    }

    @Test
    void transparencyIsComposedOnWhiteAndSaidSo() throws IOException {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_ARGB);
        Path original = folder.resolve("clear.png");
        Files.write(original, PictureFixtures.write(image, "png"));

        CommandRun run = CommandRun.of("encode", original.toString());

        assertThat(run.out()).contains("note: transparency was composed on white");
        JsonNode json = CommandRun.of("encode", original.toString(), "--json").json();
        assertThat(json.get("notes").get(0).asString()).contains("white");
    }

    @Test
    void failedRunsLeaveWhatWasThere() throws IOException {
        Path kept = folder.resolve("kept.png");
        Files.writeString(kept, "precious");
        Path damaged = folder.resolve("damaged.inkl");
        Files.writeString(damaged, "no Inkling file at all, this");

        assertThat(CommandRun.of("decode", damaged.toString(), "-o", kept.toString()).exitCode()).isEqualTo(3);
        assertThat(CommandRun.of("encode", "pom.xml", "-o", kept.toString()).exitCode()).isEqualTo(3);

        assertThat(kept).hasContent("precious");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("kept.png", "damaged.inkl");
    }

    @Test
    void localeChangesNeitherBytesNorWords() {
        CommandRun here = CommandRun.of("encode", photograph("rocket.jpg"), "-o", "-");
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            CommandRun there = CommandRun.of("encode", photograph("rocket.jpg"), "-o", "-");
            assertThat(there.outBytes()).isEqualTo(here.outBytes());
            assertThat(there.err()).isEqualTo(here.err());
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String photograph(String name) {
        return CommandRun.PHOTOGRAPHS.resolve(name).toString();
    }

    private static long sum(JsonNode parts) {
        long sum = 0;
        for (JsonNode part : parts) {
            sum += part.asLong();
        }
        return sum;
    }
}
