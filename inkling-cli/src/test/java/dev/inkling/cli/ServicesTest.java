package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureFormat;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.openai.fake.FakeService;
import dev.inkling.openai.fake.Fault;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The published pipelines, from the command line to the services and back. */
class ServicesTest {
    private static final ImageSize SIZE = new ImageSize(96, 64);

    @TempDir
    private Path folder;

    private final FakeService service = new FakeService();
    private ServiceSetting setting;
    private Path file;
    private Path picture;
    private String photograph;

    @BeforeEach
    void configure() throws IOException {
        setting = ServiceSetting.in(folder, service, 6);
        file = folder.resolve("p.inkl");
        picture = folder.resolve("p.png");
        photograph = folder.resolve("photo.png").toString();
        Raster small = Resampler.resize(
                PictureReader.read(CommandRun.PHOTOGRAPHS.resolve("rocket.jpg")), SIZE, Kernel.LANCZOS);
        new Streams(Terminal.ofProcess()).writePicture(photograph, small, PictureFormat.PNG);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private CommandRun encode(String... more) {
        return setting.run(Stream.of(
                        Stream.of("encode", photograph, "-o", file.toString(), "--describer", "openai", "--json"),
                        Stream.of(more))
                .flatMap(all -> all)
                .toArray(String[]::new));
    }

    private CommandRun decode(String... more) {
        return setting.run(Stream.of(
                        Stream.of("decode", file.toString(), "-o", picture.toString(), "--json"), Stream.of(more))
                .flatMap(all -> all)
                .toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource({"text, 1, openai", "keywords, 2, openai", "hybrid, 1, openai", "hybrid, 1, a1111", "text, 1, a1111"})
    void everyProfileGoesThereAndBack(String profile, int calls, String generator) throws IOException {
        CommandRun encoded = encode("--profile", profile, "--max-bytes", "250");
        CommandRun decoded = decode("--generator", generator);

        assertThat(encoded.err() + decoded.err()).isEmpty();
        assertThat(encoded.json().get("services").get("calls").asInt()).isEqualTo(calls);
        assertThat(encoded.json().get("services").get("provider").asString())
                .startsWith("openai:fake-vision describe-structural/1 words=40");
        assertThat(encoded.json().get("bytes").asInt()).isEqualTo((int) Files.size(file)).isLessThanOrEqualTo(250);
        assertThat(decoded.json().get("services").get("calls").asInt()).isEqualTo(1);
        BufferedImage made = ImageIO.read(picture.toFile());
        assertThat(made.getWidth()).isEqualTo(SIZE.width());
        assertThat(made.getHeight()).isEqualTo(SIZE.height());
        assertThat(service.violations()).isEmpty();
    }

    @Test
    void callsTokensAndMoneyAreCounted() {
        JsonNode services = encode("--profile", "text").json().get("services");

        assertThat(services.get("tokensIn").asInt()).isEqualTo(1000);
        assertThat(services.get("tokensOut").asInt()).isEqualTo(100);
        assertThat(services.get("usd").asDouble()).isCloseTo(0.0035, within(1e-9));
        String line = setting.run("encode", photograph, "-o", file.toString(), "--describer", "openai", "--profile", "text")
                .out();
        assertThat(line).endsWith("services: 0 calls (1 kept), 0 + 0 tokens, $0.0000\n");
    }

    @Test
    void nothingIsPaidTwiceUnlessAskedFor() throws IOException {
        encode("--profile", "text");
        byte[] first = Files.readAllBytes(file);

        JsonNode again = encode("--profile", "text").json().get("services");

        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        assertThat(again.get("calls").asInt()).isZero();
        assertThat(again.get("kept").asInt()).isEqualTo(1);
        assertThat(encode("--profile", "text", "--no-cache").json().get("services").get("calls").asInt()).isEqualTo(1);
        assertThat(service.charges()).isEqualTo(2);
    }

    @Test
    void wordsAndKeywordsAreLimited() {
        JsonNode text = encode("--profile", "text", "--words", "7", "--max-bytes", "500").json();
        JsonNode keywords = encode("--profile", "keywords", "--keywords", "4", "--max-bytes", "500").json();

        assertThat(text.get("description").asString().split(" ")).hasSize(7);
        assertThat(keywords.get("keywords").size()).isEqualTo(4);
        assertThat(CommandRun.of("encode", photograph, "-o", file.toString(), "--words", "5", "--profile", "text", "--json")
                        .json().get("description").asString().split(" "))
                .hasSizeLessThanOrEqualTo(5);
    }

    @Test
    void reflectionMendsAndSaysSo() {
        encode("--profile", "text");
        service.score(40, 80, 70);

        JsonNode fixed = decode("--generator", "openai", "--reflect", "2").json();
        assertThat(fixed.get("notes").toString()).contains("2 changes by reflection");
        assertThat(fixed.get("services").get("calls").asInt()).as("paint, then describe, compare, edit, twice").isEqualTo(7);

        service.score(80, 75, 60);
        JsonNode automatic = decode("--generator", "openai", "--reflect", "auto", "--no-cache").json();
        assertThat(automatic.get("notes").toString()).contains("by reflection, score");
    }

    @Test
    void candidatesAreTriedWithTheReceiversGenerator() {
        service.score(10, 90);

        JsonNode services = encode("--profile", "text", "--candidates", "2").json().get("services");

        assertThat(services.get("calls").asInt()).isEqualTo(6);
        assertThat(service.requests().stream().filter(request -> request.path().equals("/images/generations")))
                .hasSize(2);
    }

    @Test
    void aDryRunAsksNothing() throws IOException {
        CommandRun run = setting.run("encode", photograph, "--describer", "openai", "--dry-run", "--profile", "keywords");

        assertThat(run.out()).matches(
                "dry run: 1 picture, at most 2 calls, at most \\$0\\.\\d{4} at the prices of 2026-11-01; nothing was .*\n");
        encode("--profile", "text");
        JsonNode decode = decode("--generator", "openai", "--reflect", "2", "--dry-run").json();
        assertThat(decode.get("mostCalls").asInt()).isEqualTo(7);
        assertThat(decode.get("mostUsd").asDouble()).isBetween(0.1, 1.0);
        assertThat(service.requests()).as("the encoding alone").hasSize(1);
        assertThat(picture).doesNotExist();
    }

    @Test
    void theLimitOnMoneyIsKept() {
        CommandRun run = encode("--max-cost", "0.001");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).contains("the next call may cost $0.0").contains("--max-cost allows more");
        assertThat(service.requests()).isEmpty();
        assertThat(file).doesNotExist();
    }

    @Test
    void refusalsExitWith5AndLeaveNothing() {
        service.misbehave((request, attempt) -> Optional.of(Fault.REFUSAL));

        CommandRun run = encode();

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.err()).matches("inkling: .*photo.png: 127.0.0.1:\\d+: refused: I cannot help with that.\n");
        assertThat(file).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "encode a --describer gpt", "encode a --describer openai:", "encode a --describer embedded:x",
        "encode a --describer a1111", "encode a --words 0", "encode a --words 41", "encode a --keywords 3",
        "encode a --candidates 2", "encode a --candidates 17 --describer openai --profile text",
        "encode a --describer openai --max-cost -1", "encode a --describer openai --base-url ftp://x",
        "decode a --generator dalle", "decode a --reflect 2", "decode a --generator openai --reflect 21",
        "decode a --generator openai --reflect soon", "decode a --generator openai --generator-model x.onnx",
        "batch src out --generator openai", "batch src out --decode --describer openai", "prompts nothing",
        "cache empty", "cache", "prompts --prompts nowhere.txt"
    })
    void wrongCallsExitWith2(String command) throws IOException {
        Path a = Files.copy(Path.of(photograph), folder.resolve("a"));
        Files.createDirectories(folder.resolve("out"));
        String[] args = command.replace(" a ", " " + a + " ").replace(" out", " " + folder.resolve("out")).split(" ");

        CommandRun run = setting.run(args);

        assertThat(run.err()).startsWith("inkling: ").matches("[^\n]+\n");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(service.charges()).isZero();
    }

    @Test
    void theKeyIsNowhereToBeSeen() throws IOException {
        service.misbehave((request, attempt) -> attempt == 0 ? Optional.of(Fault.UNAVAILABLE) : Optional.empty());
        String seen = encode().out() + decode("--generator", "openai").out() + setting.run("doctor").out()
                + setting.run("cache", "info").out() + setting.run("doctor", "--json").out();

        assertThat(seen).isNotEmpty().doesNotContain(ServiceSetting.KEY);
        assertThat(setting.filesWithTheKey()).isEmpty();
    }

    @Test
    void theDoctorSaysWhatWorks() {
        CommandRun run = setting.run("doctor", "--try");

        assertThat(run.out())
                .contains("ok  openai at http://127.0.0.1:", "answers, with 2 models")
                .contains("ok  descriptions: fake-vision is there")
                .contains("--  pictures: gpt-image-2 is not among its models")
                .contains("ok  a real call: 1 call (0 kept)")
                .contains("ok  a1111 at http://127.0.0.1:", "answers, with 1 models, a ControlNet for tiles, a ControlNet for lines")
                .contains("ok  cache: ");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void theDoctorSaysWhatDoesNot() throws IOException {
        Path config = folder.resolve("config/inkling/config.yaml");
        service.close();
        Files.writeString(config, Files.readString(config) + "\n# key: none\n");

        CommandRun run = setting.run("doctor", "--json");

        assertThat(run.exitCode()).isEqualTo(5);
        assertThat(run.json().toString()).contains("cannot be reached").doesNotContain("attempts").contains("others can read it");
    }

    @Test
    void promptsArePrintedAndReplaced() throws IOException {
        String book = setting.run("prompts").out();
        Path mine = Files.writeString(folder.resolve("mine.txt"), book.replace("== generate 1\n", "== generate 1-mine\n"));
        encode("--profile", "text");

        assertThat(book).contains("== describe-structural 1\n");
        assertThat(setting.run("prompts", "judge").out()).startsWith("Two pictures follow.");
        assertThat(setting.run("prompts", "--json").json().get(0).get("version").asString()).isEqualTo("1");
        assertThat(decode("--generator", "openai", "--prompts", mine.toString()).json().toString())
                .contains("generate/1-mine");
    }

    @Test
    void theCacheIsShownAndCleared() {
        encode("--profile", "text");

        assertThat(setting.run("cache", "info").out()).contains("answers: 1 answer kept, 0.0 MB");
        assertThat(setting.run("cache", "clear", "--json").json().get("answers").asInt()).isEqualTo(1);
        assertThat(setting.run("cache", "info", "--json").json().get("answers").asInt()).isZero();
    }
}
