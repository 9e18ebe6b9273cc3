package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureFormat;
import dev.inkling.image.Raster;
import dev.inkling.openai.fake.FakeRequest;
import dev.inkling.openai.fake.FakeService;
import dev.inkling.openai.fake.Fault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Batches at a service that fails all the time: each of the seven faults that pass has a tenth of the attempts, so that
 * seven in ten attempts fail. The command runs in a process of its own, with 512 MB of heap.
 */
class ServiceBatchTest {
    private static final int PICTURES = 200;
    private static final List<Fault> PASSING = List.of(
            Fault.SLOW, Fault.RATE_LIMIT, Fault.UNAVAILABLE, Fault.CUT, Fault.MALFORMED_JSON, Fault.WRONG_CONTENT,
            Fault.HUGE);

    @TempDir
    private Path folder;

    private final FakeService service = new FakeService();
    private ServiceSetting setting;
    private Path in;

    @BeforeEach
    void configure() throws IOException {
        setting = ServiceSetting.in(folder, service, 20);
        in = Files.createDirectories(folder.resolve("in"));
        for (int i = 0; i < PICTURES; i++) {
            new Streams(Terminal.ofProcess()).writePicture(
                    in.resolve("p%03d.png".formatted(i)).toString(), blocks(i), PictureFormat.PNG);
        }
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static Raster blocks(int seed) {
        ImageSize size = new ImageSize(48, 32);
        SplittableRandom random = new SplittableRandom(seed);
        int[] colours = random.ints(6).toArray();
        byte[] rgb = new byte[Raster.byteCount(size)];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % size.width();
            int y = i / 3 / size.width();
            rgb[i] = (byte) (colours[3 * (y / 16) + x / 16] >> 8 * (i % 3));
        }
        return Raster.wrap(size, rgb);
    }

    /** Which attempts fail depends on the request alone, not on the order of the threads. */
    private static Optional<Fault> fault(FakeRequest request, int attempt) {
        int dice = new SplittableRandom(31L * request.fingerprint() + attempt).nextInt(10);
        return dice < PASSING.size() ? Optional.of(PASSING.get(dice)) : Optional.empty();
    }

    private Process start(String... command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Djava.util.logging.config.file=" + logging(),
                "-cp", System.getProperty("java.class.path"), "dev.inkling.cli.Main"));
        line.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(line).redirectError(folder.resolve("err.txt").toFile());
        builder.redirectOutput(folder.resolve("out.txt").toFile());
        builder.environment().putAll(setting.environment());
        return builder.start();
    }

    /** Every logger at its finest. */
    private Path logging() throws IOException {
        return Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level = ALL
                .level = ALL
                """);
    }

    private JsonNode batch(String... more) throws Exception {
        Process process = start(Stream.of(Stream.of("batch"), Stream.of(more), Stream.of("--json"))
                .flatMap(all -> all)
                .toArray(String[]::new));
        assertThat(process.waitFor(8, TimeUnit.MINUTES)).isTrue();
        String out = Files.readString(folder.resolve("out.txt"));
        assertThat(process.exitValue()).as(out.substring(0, Math.min(2000, out.length()))).isZero();
        return JsonMapper.shared().readTree(out);
    }

    private JsonNode encode(Path to) throws Exception {
        return encode(to, 8);
    }

    private JsonNode encode(Path to, int threads) throws Exception {
        return batch(in.toString(), to.toString(), "--describer", "openai", "--profile", "keywords", "--threads",
                Integer.toString(threads));
    }

    private static Map<String, Integer> files(Path folder) throws IOException {
        try (Stream<Path> tree = Files.list(folder)) {
            return tree.filter(file -> !file.getFileName().toString().startsWith(".")).collect(Collectors.toMap(
                    file -> file.getFileName().toString(), ServiceBatchTest::hash, (a, b) -> a, TreeMap::new));
        }
    }

    private static int hash(Path file) {
        try {
            return Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void allPicturesAreEncodedUnderFaultsAndNothingIsPaidTwice() throws Exception {
        service.misbehave(ServiceBatchTest::fault);

        JsonNode result = encode(folder.resolve("out"));

        assertThat(result.get("made").asInt()).isEqualTo(PICTURES);
        long questions = service.requests().stream().map(FakeRequest::fingerprint).distinct().count();
        assertThat(service.charges()).isEqualTo((int) questions);
        assertThat(result.get("services").get("calls").asLong()).isEqualTo(questions);
        assertThat(service.requests().size()).as("attempts").isGreaterThan(2 * service.charges());
        assertThat(service.violations()).isEmpty();
        assertThat(service.mostBusy()).isLessThanOrEqualTo(8);
        assertThat(setting.filesWithTheKey()).as("outputs, answers, and logs at the finest level").isEmpty();

        // Without faults and kept answers, and in another order: the same files.
        service.misbehave((request, attempt) -> Optional.empty());
        setting.run("cache", "clear");
        assertThat(encode(folder.resolve("calm"), 3).get("made").asInt()).isEqualTo(PICTURES);
        assertThat(files(folder.resolve("calm"))).isEqualTo(files(folder.resolve("out")));
    }

    @Test
    void picturesAreMadeUnderFaultsInTheSameMemory() throws Exception {
        Path some = Files.createDirectories(folder.resolve("some"));
        for (int i = 0; i < 24; i++) {
            CommandRun.of("encode", in.resolve("p%03d.png".formatted(i)).toString(), "-o",
                    some.resolve("p%03d.inkl".formatted(i)).toString(), "--max-bytes", "100", "--prior", "fast");
        }
        service.misbehave(ServiceBatchTest::fault);

        JsonNode result = batch(some.toString(), folder.resolve("back").toString(), "--decode", "--generator", "openai",
                "--threads", "8");

        assertThat(result.get("made").asInt()).isEqualTo(24);
        assertThat(service.charges()).isEqualTo(24);
        assertThat(service.violations()).isEmpty();
    }

    /** The process is killed in the middle, three times; what it leaves is whole, and a last run does the rest. */
    @Test
    void aKilledBatchGoesOnAndPaysNothingTwice() throws Exception {
        Path out = folder.resolve("out");
        for (int run = 0; run < 3; run++) {
            Process process =
                    start("batch", in.toString(), out.toString(), "--describer", "openai", "--threads", "8",
                            "--profile", "text", "--prior", "fast");
            int goal = 40 * (run + 1);
            while (service.requests().size() < goal && process.isAlive()) {
                Thread.sleep(1);
            }
            assertThat(process.isAlive()).as("killed in the middle").isTrue();
            process.destroyForcibly().waitFor();
        }
        JsonNode result = batch(in.toString(), out.toString(), "--describer", "openai", "--threads", "8",
                "--profile", "text", "--prior", "fast");

        assertThat(files(out)).hasSize(PICTURES);
        assertThat(result.get("made").asInt() + result.get("skipped").asInt()).isEqualTo(PICTURES);
        assertThat(result.get("skipped").asInt()).isPositive();
        assertThat(service.charges()).isEqualTo(PICTURES);
        for (String name : files(out).keySet()) {
            assertThat(CommandRun.of("info", out.resolve(name).toString()).exitCode()).isZero();
        }
    }
}
