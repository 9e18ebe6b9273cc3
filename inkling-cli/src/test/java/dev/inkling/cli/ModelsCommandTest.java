package dev.inkling.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Getting, listing, checking and removing networks. */
class ModelsCommandTest {
    private static final String COMMIT = "ab".repeat(20);

    @TempDir
    private Path folder;

    private CommandRun models(String... args) {
        return models(Map.of(), args);
    }

    private CommandRun models(Map<String, String> more, String... args) {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("INKLING_MODELS", folder.toString());
        String[] command = new String[args.length + 1];
        command[0] = "models";
        System.arraycopy(args, 0, command, 1, args.length);
        return CommandRun.withServices(environment, command);
    }

    private Path stored() {
        return folder.resolve("nearest-x2/nearest-x2.onnx");
    }

    @Test
    void aFileIsTakenInListedCheckedAndRemoved() throws IOException {
        assertThat(models("list").out()).isEqualTo("no models in " + folder + "; inkling models pull hf:OWNER/NAME gets one\n");

        CommandRun imported = models("import", GeneratorModelTest.MODEL);
        assertThat(imported.err()).isEmpty();
        assertThat(imported.out()).startsWith("nearest-x2: 0.0 MB in 1 file, /").endsWith("nearest-x2.onnx\n");
        assertThat(stored()).hasSameBinaryContentAs(Path.of(GeneratorModelTest.MODEL));

        assertThat(models("list").out()).isEqualTo(imported.out());
        JsonNode listed = models("list", "--json").json().get(0);
        assertThat(listed.get("name").asString()).isEqualTo("nearest-x2");
        assertThat(listed.get("files").get(0).get("sha256").asString()).hasSize(64);
        assertThat(models("verify").out()).isEqualTo("nearest-x2: as it came\n");

        assertThat(models("rm", "nearest-x2").out()).isEqualTo("nearest-x2: removed\n");
        assertThat(folder).isEmptyDirectory();
        assertThat(models("rm", "nearest-x2").exitCode()).isEqualTo(2);
    }

    /** The layouts that generators read. */
    @ParameterizedTest
    @ValueSource(strings = {"diffusion", "unclip"})
    void everyFileOfAPipelineComes(String name) throws IOException {
        Path source = CommandRun.HOME.resolve("testdata").resolve(name);

        assertThat(models("import", source.toString()).exitCode()).isZero();

        assertThat(files(folder.resolve(name))).containsExactlyInAnyOrderElementsOf(files(source));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !file.endsWith("inkling-lock.json"))
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void changedFilesAreNamed() throws IOException {
        assertThat(models("import", GeneratorModelTest.MODEL).exitCode()).isZero();
        Files.delete(stored());

        CommandRun run = models("verify", "nearest-x2", "--json");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).isEqualTo("inkling: nearest-x2: nearest-x2.onnx: is missing\n");
        assertThat(run.json().get(0).get("faults").get(0).get("path").asString()).isEqualTo("nearest-x2.onnx");
        Files.writeString(folder.resolve("nearest-x2/inkling-lock.json"), "{");
        assertThat(models("list").err()).contains("nearest-x2: its lock file inkling-lock.json is missing or damaged");
        assertThat(models("verify").exitCode()).isEqualTo(5);
    }

    @Test
    void namesAreNotTakenTwiceUnlessForced() {
        assertThat(models("import", GeneratorModelTest.MODEL, "--name", "a/b").exitCode()).isZero();

        CommandRun again = models("import", GeneratorModelTest.MODEL, "--name", "a/b");

        assertThat(again.exitCode()).isEqualTo(2);
        assertThat(again.err()).isEqualTo("inkling: a/b: a model of this name is there already\n");
        assertThat(models("import", GeneratorModelTest.MODEL, "--name", "a/b", "--force", "--json").json().get("name").asString())
                .isEqualTo("a/b");
    }

    @Test
    void wrongCallsSayWhatIsWrong() {
        assertThat(models("import", "nowhere.onnx").err()).isEqualTo("inkling: nowhere.onnx: no such file or folder\n");
        assertThat(models("import", "../docs").err()).isEqualTo("inkling: ../docs: there is no ONNX file in it\n");
        assertThat(models("import", "pom.xml", "--name", "pom").err())
                .isEqualTo("inkling: pom.xml: is neither a folder nor an .onnx file\n");
        assertThat(models("import", "..", "--name", "../x").exitCode()).isEqualTo(2);
        assertThat(models("pull", "Xenova/clip").err())
                .isEqualTo("inkling: expected hf:OWNER/NAME or hf:OWNER/NAME@REVISION, found 'Xenova/clip'\n");
        assertThat(models("pull", "hf:a/b", "--precision", "double").exitCode()).isEqualTo(2);
        assertThat(models("verify", "a").err()).startsWith("inkling: a: no such model; inkling models list");
        assertThat(models("list", "--json").out()).isEqualTo("[]\n");
        assertThat(models("rm").exitCode()).isEqualTo(2);
        assertThat(models().exitCode()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void modelsArePulled() throws IOException {
        HttpServer hub = hub(Files.readAllBytes(Path.of(GeneratorModelTest.MODEL)));
        Map<String, String> environment = Map.of(
                "HF_ENDPOINT", "http://127.0.0.1:" + hub.getAddress().getPort(), "no_proxy", "*");
        try {
            CommandRun planned = models(environment, "pull", "hf:owner/x2@v1", "--dry-run");
            assertThat(planned.out())
                    .isEqualTo("           252  x2.onnx\nhf:owner/x2@v1: 0.0 MB in 1 file, commit " + COMMIT + "\n");
            assertThat(folder).isEmptyDirectory();

            CommandRun pulled = models(environment, "pull", "hf:owner/x2@v1");
            assertThat(pulled.err()).isEqualTo("inkling: hf:owner/x2@v1: 0.0 MB in 1 file\n");
            assertThat(pulled.out()).isEqualTo("owner/x2: 0.0 MB in 1 file, hf:owner/x2 at ababababab\n");

            CommandRun again = models(environment, "pull", "hf:owner/x2", "--json");
            assertThat(again.err()).isEmpty();
            assertThat(again.json().get("revision").asString()).isEqualTo(COMMIT);
            assertThat(models("verify", "owner/x2").exitCode()).isZero();
        } finally {
            hub.stop(0);
        }
        CommandRun gone = models(environment, "pull", "hf:owner/x2", "--only", "unet");
        assertThat(gone.exitCode()).isEqualTo(5);
    }

    /** A hub with one model of one file. */
    private static HttpServer hub(byte[] network) throws IOException {
        HttpServer hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/api/models/owner/x2/revision/", exchange -> send(exchange, "{\"sha\":\"" + COMMIT + "\"}"));
        hub.createContext("/api/models/owner/x2/tree/", exchange -> send(exchange, String.format(
                "[{\"type\":\"file\",\"path\":\"x2.onnx\",\"size\":%d,\"oid\":\"%s\",\"lfs\":{\"oid\":\"%s\"}}]",
                network.length, COMMIT, sha256(network))));
        hub.createContext("/owner/x2/resolve/", exchange -> send(exchange, network));
        hub.start();
        return hub;
    }

    private static void send(HttpExchange exchange, String text) throws IOException {
        send(exchange, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, byte[] content) throws IOException {
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theBarShowsBytes() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, false, StandardCharsets.UTF_8);
        try (TransferBar bar = new TransferBar(new Terminal(InputStream.nullInputStream(), stream, stream, true))) {
            bar.begins(200_000_000);
            bar.advanced(50_000_000);
            assertThat(bar.line(25)).isEqualTo("[=======                       ] 50.0/200.0 MB  2.0 MB/s  1:15 left");
        }
        assertThat(err.size()).as("nothing within two seconds").isZero();
        new TransferBar(new Terminal(InputStream.nullInputStream(), stream, stream, false))
                .pauses("hub: HTTP 503", Duration.ofSeconds(9));
        assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("inkling: note: hub: HTTP 503; again in 9 s\n");
    }
}
