package dev.inkling.onnx.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.ProviderException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Models from a hub that does not always do well. */
class ModelPullTest {
    private static final ModelName NAME = new ModelName("owner/clip");
    private static final String DATA = "onnx/model.onnx_data";

    private static final String STATISTICS = "image_normalizer/diffusion_pytorch_model.safetensors";

    /** Longer than what a server sends at once. */
    private static final byte[] WEIGHTS = "0123456789".repeat(50_000).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    private FakeHub hub;
    private ModelStore store;
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong moved = new AtomicLong();
    private final List<String> pauses = new ArrayList<>();

    private final TransferListener listener = new TransferListener() {
        @Override
        public void begins(long bytes) {
            expected.set(bytes);
            moved.set(0);
        }

        @Override
        public void advanced(long bytes) {
            moved.addAndGet(bytes);
        }

        @Override
        public void pauses(String reason, Duration pause) {
            pauses.add(reason);
        }
    };

    @BeforeEach
    void start() throws IOException {
        store = new ModelStore(folder);
        hub = new FakeHub();
        hub.put("config.json", "{}").put("merges.txt", "a b").put("README.md", "# CLIP");
        hub.put("model.safetensors", "other").put("pytorch_model.bin", "other").put(".gitattributes", "");
        hub.put("onnx/model.onnx", ModelImportTest.network("model.onnx_data")).put(DATA, WEIGHTS);
        hub.put("onnx/model_fp16.onnx", ModelImportTest.network()).put("onnx/model_q4.onnx", ModelImportTest.network());
        hub.put("onnx/text_model_quantized.onnx", ModelImportTest.network());
        hub.put(STATISTICS, "mean and spread");
    }

    @AfterEach
    void stop() {
        hub.close();
    }

    private PullPlan plan(Precision precision, String... networks) throws IOException {
        return new ModelPull(store, hub.client(), listener)
                .plan(HubAddress.of("hf:owner/clip"), new PullSelection(precision, Set.of(networks)));
    }

    private ModelLock pull() throws IOException {
        ModelPull pull = new ModelPull(store, hub.client(), listener);
        PullPlan plan = pull.plan(HubAddress.of("hf:owner/clip"), new PullSelection(Precision.FULL, Set.of()));
        assertThat(pull.isDone(plan)).isFalse();
        return pull.run(plan);
    }

    private static List<String> paths(ModelLock lock) {
        return lock.files().stream().map(ModelLock.Entry::path).toList();
    }

    private List<String> requests(String part) {
        return hub.requests.stream().filter(request -> request.contains(part)).toList();
    }

    private void assertWhole() throws IOException {
        assertThat(store.verify(NAME, listener)).isEmpty();
        assertThat(store.folder(NAME).resolve(DATA)).hasBinaryContent(WEIGHTS);
        assertThat(folder.toFile().list()).containsExactly("owner--clip");
    }

    private void assertNothing() {
        assertThat(store.folder(NAME)).doesNotExist();
    }

    @Test
    void bringsNetworksWeightsAndTexts() throws IOException {
        ModelLock lock = pull();

        assertThat(paths(lock)).containsExactly(
                "README.md", "config.json", STATISTICS, "merges.txt", "onnx/model.onnx", DATA, "onnx/text_model_quantized.onnx");
        assertThat(lock.source()).isEqualTo("hf:owner/clip");
        assertThat(lock.revision()).isEqualTo(FakeHub.COMMIT);
        assertThat(moved.get()).isEqualTo(expected.get()).isEqualTo(lock.size());
        assertWhole();
    }

    @Test
    void theTokenStaysWithTheHub() throws IOException {
        pull();

        assertThat(requests("hub ")).isNotEmpty().allMatch(request -> request.endsWith(" token"));
        assertThat(requests("storage ")).isNotEmpty().noneMatch(request -> request.contains("token"));
    }

    @Test
    void precisionsAndNetworksAreChosen() throws IOException {
        assertThat(plan(Precision.FP16).sizes().keySet())
                .contains("onnx/model_fp16.onnx", "onnx/text_model_quantized.onnx")
                .doesNotContain("onnx/model.onnx", "onnx/model_q4.onnx", DATA);
        assertThat(plan(Precision.QUANTIZED).sizes().keySet())
                .contains("onnx/model.onnx", "onnx/text_model_quantized.onnx");
        assertThat(plan(Precision.FULL, "text_model").sizes().keySet())
                .containsExactly("README.md", "config.json", STATISTICS, "merges.txt", "onnx/text_model_quantized.onnx");
        assertThat(plan(Precision.FULL, "onnx/model").size()).isGreaterThan(WEIGHTS.length);
        assertThatThrownBy(() -> plan(Precision.FULL, "unet"))
                .hasMessage("hf:owner/clip@main: there is no network unet in it, but onnx/model, onnx/text_model");
        assertNothing();
    }

    @Test
    void aSecondPullLoadsNothing() throws IOException {
        pull();
        hub.requests.clear();
        ModelPull again = new ModelPull(store, hub.client(), listener);
        PullPlan plan = again.plan(HubAddress.of("hf:owner/clip@v1"), new PullSelection(Precision.FULL, Set.of()));

        assertThat(again.isDone(plan)).isTrue();
        assertThat(requests("resolve")).isEmpty();
    }

    @Test
    void onlyWhatChangedOrIsMissingIsLoadedAgain() throws IOException {
        pull();
        hub.put("config.json", "[]");
        Files.delete(store.folder(NAME).resolve("merges.txt"));
        hub.requests.clear();

        pull();

        assertThat(requests("resolve")).hasSize(2).allMatch(request -> request.matches(".*/(config.json|merges.txt) token"));
        assertThat(store.folder(NAME).resolve("config.json")).hasContent("[]");
        assertWhole();
    }

    @Test
    void goesOnAfterConnectionsThatBreakOrStall() throws IOException {
        hub.fail(DATA, FakeHub.cutAfter(200_000));
        pull();
        assertWhole();
        assertThat(requests("storage /" + DATA)).first().asString().doesNotContain("bytes=");
        assertThat(requests("storage /" + DATA)).last().asString().contains("bytes=");
    }

    @Test
    void whatStallsIsCutOff() throws IOException {
        hub.fail(DATA, FakeHub.stallAfter(100_000));
        pull();
        assertWhole();
    }

    @Test
    void manyBrokenConnectionsThatEachGetFurtherAreFine() throws IOException {
        for (int i = 0; i < 10; i++) {
            hub.fail(DATA, (exchange, content) -> {
                String range = exchange.getRequestHeaders().getFirst("Range");
                int from = range == null ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
                if (from > 0) {
                    exchange.getResponseHeaders()
                            .add("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
                }
                exchange.sendResponseHeaders(from > 0 ? 206 : 200, content.length - from);
                exchange.getResponseBody().write(content, from, 40_000);
            });
        }
        pull();
        assertWhole();
        assertThat(requests("storage /" + DATA)).hasSize(11);
    }

    @Test
    void goesOnAfterAnInterruption() throws IOException {
        hub.fail(DATA, FakeHub.cutAfter(300_000), FakeHub.status(500), FakeHub.status(503), FakeHub.status(500),
                FakeHub.status(502), FakeHub.status(500));
        assertThatThrownBy(this::pull)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining(DATA + ": HTTP 50")
                .hasMessageContaining("after 4 attempts");
        assertNothing();
        hub.fail(DATA);
        hub.requests.clear();

        pull();

        assertWhole();
        assertThat(requests("config.json")).isEmpty();
        assertThat(requests("storage /" + DATA)).last().asString().contains("bytes=");
    }

    @Test
    void aPartOfAnotherFileIsThrownAway() throws IOException {
        Path part = Files.createDirectories(folder.resolve(".owner--clip.pull/onnx")).resolve("model.onnx_data.part");
        Files.writeString(part, "x".repeat(1000));
        Files.writeString(part.resolveSibling("stale.onnx"), "left by another revision");

        pull();

        assertWhole();
        assertThat(moved.get()).isEqualTo(expected.get());
    }

    @Test
    void hubsThatIgnoreOrGarbleRangesAreServedToo() throws IOException {
        Path part = Files.createDirectories(folder.resolve(".owner--clip.pull/onnx")).resolve("model.onnx_data.part");
        Files.write(part, Arrays.copyOf(WEIGHTS, 1000));
        hub.fail(DATA, FakeHub.status(206, "Content-Range", "bytes 5-9/10"),
                FakeHub.whole(new String(WEIGHTS, StandardCharsets.US_ASCII)));

        pull();

        assertWhole();
    }

    @Test
    void waitsAsLongAsIsAsked() throws IOException {
        hub.fail("revision", FakeHub.status(429, "Retry-After", "1"));
        long start = System.nanoTime();
        plan(Precision.FULL);
        assertThat(System.nanoTime() - start).isGreaterThan(1_000_000_000L);
        assertThat(pauses).containsExactly("hf:owner/clip@main: HTTP 429, too many requests");

        hub.fail("revision", FakeHub.status(429, "Retry-After", "3600"));
        assertThatThrownBy(() -> plan(Precision.FULL)).hasMessageContaining("come back in 3600 s");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 410})
    void refusalsAreNotRepeated(int status) {
        hub.fail("revision", FakeHub.status(status, "X-Error-Message", "Access to\u00ff it is restricted"));

        assertThatThrownBy(() -> plan(Precision.FULL))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith("hf:owner/clip@main: HTTP " + status)
                .hasMessageContaining("restricted")
                .hasMessageNotContainingAny("hf_secret", "attempts");
        assertThat(hub.requests).hasSize(1);
    }

    @Test
    void filesThatAreNotWhatIsListedAreRefused() {
        hub.fail("config.json", FakeHub.whole("[]"));
        assertThatThrownBy(this::pull).hasMessageContaining("config.json").hasMessageContaining("hash is another one");

        hub.fail(DATA, FakeHub.whole("x".repeat(WEIGHTS.length)));
        assertThatThrownBy(this::pull).isInstanceOf(ProviderException.class).hasMessageContaining("hash is another one");

        hub.fail(DATA, FakeHub.whole("x".repeat(WEIGHTS.length + 1)));
        assertThatThrownBy(this::pull).hasMessageContaining("longer than the 500000 bytes");
        assertNothing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../../../evil.json", "/etc/evil.json", "a\\..\\evil.json", "onnx/../../evil.onnx", "..", "inkling\u0000.json",
                "a:b.txt"
            })
    void namesThatLeadOutAreRefused(String path) throws IOException {
        hub.put(path, "{}");

        assertThatThrownBy(this::pull)
                .isInstanceOf(ProviderException.class)
                .hasMessageMatching(".*(no name for a file here|a file that is not in its folder)");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void namesAreNoPatternsAndAreNotPrintedAsTheyAre() {
        hub.put("onnx/\\E(\u001b[31m.onnx", "").put("onnx/a", "");

        assertThatThrownBy(this::pull)
                .hasMessage("hf:owner/clip@main: a file of it is called onnx/\\E(?[31m.onnx, which is no name for a file here");
    }

    /** Harmless, since nobody asked for them. */
    @Test
    void oddNamesOfOtherFilesAreOverlooked() throws IOException {
        hub.put("caf\u00e9.png", "").put("inkling-lock.json", "{}");
        pull();
        assertWhole();
    }

    @Test
    void listsThatMakeNoSenseAreRefused() {
        assertListed("without a size or hash", file -> file.put("size", -1));
        assertListed("without a size or hash", file -> file.put("size", Long.MAX_VALUE));
        assertListed("without a size or hash", file -> file.put("oid", "../../x"));
        assertListed("twice the same file", file -> file.put("path", "README.md"));
        assertListed("more than 10000 files", file -> {}, 10_001);
    }

    /** Changes some files that are added to a list. */
    private interface Change {
        void apply(ObjectNode file);
    }

    private void assertListed(String message, Change change) {
        assertListed(message, change, 1);
    }

    private void assertListed(String message, Change change, int files) {
        hub.listing = list -> {
            for (int i = 0; i < files; i++) {
                ObjectNode file = list.addObject();
                FakeHub.describe(file, "file" + i + ".txt", new byte[0]);
                change.apply(file);
            }
        };
        hub.page = 100_000;
        assertThatThrownBy(() -> plan(Precision.FULL)).isInstanceOf(ProviderException.class).hasMessageContaining(message);
    }

    @Test
    void answersThatMakeNoSenseAreRefused() {
        hub.fail("revision", FakeHub.whole("<html>"));
        assertThatThrownBy(() -> plan(Precision.FULL)).hasMessageContaining("no JSON");
        hub.fail("revision", FakeHub.whole("{\"sha\":\"main\"}"));
        assertThatThrownBy(() -> plan(Precision.FULL)).hasMessageContaining("no commit");
        hub.fail("tree", FakeHub.status(302, "Location", "file:///etc/passwd"));
        assertThatThrownBy(() -> plan(Precision.FULL)).hasMessageContaining("no safe address");
        hub.fail("tree", (exchange, content) -> {
            exchange.getResponseHeaders().add("Link", "<https://example.org/more>; rel=\"next\"");
            FakeHub.whole("[]").answer(exchange, content);
        });
        assertThatThrownBy(() -> plan(Precision.FULL)).hasMessageContaining("no address of its own");
    }

    @Test
    void longListsComeInPages() throws IOException {
        hub.page = 3;
        pull();
        assertWhole();
        assertThat(requests("/tree/")).hasSize(5);
    }

    @Test
    void tooLittleSpaceIsNoticedBeforeAnythingComes() {
        hub.listing = list -> {
            ObjectNode file = list.addObject();
            FakeHub.describe(file, "large.txt", new byte[0]);
            file.put("size", 1L << 47);
        };

        assertThatThrownBy(this::pull).isInstanceOf(FileSystemException.class).hasMessageContaining("are free");
        assertThat(requests("resolve")).isEmpty();
    }

    @Test
    void weightsWithNamesOfTheirOwnComeToo() throws IOException {
        hub.put("onnx/model.onnx", ModelImportTest.network("model.onnx_data", "blob 7")).put("onnx/blob 7", "weights");

        assertThat(paths(pull())).contains("onnx/blob 7");
        assertWhole();
    }

    @Test
    void networksThatReachOutOrMissWeightsAreRefused() throws IOException {
        hub.put("onnx/model.onnx", ModelImportTest.network("../../../secret"));
        assertThatThrownBy(this::pull).isInstanceOf(ProviderException.class).hasMessageContaining("no place in its folder");

        hub.put("onnx/model.onnx", ModelImportTest.network("gone"));
        assertThatThrownBy(this::pull).hasMessageContaining("it needs onnx/gone, which the hub does not have");

        hub.put("onnx/model.onnx", "no network");
        assertThatThrownBy(this::pull).hasMessageContaining("not an ONNX model");
        assertNothing();
    }

    @Test
    void modelsFromElsewhereAreNotOverwritten() throws IOException {
        Path network = Files.write(Files.createDirectories(folder.resolve("x")).resolve("a.onnx"), ModelImportTest.network());
        store.importFrom(network, NAME, listener);

        assertThatThrownBy(this::pull).isInstanceOf(FileSystemException.class).hasMessageContaining("there already, from");
    }

    @Test
    void onlyOneAtATimeChangesAModel() throws IOException {
        ModelHold.during(store, NAME, () -> assertThatThrownBy(this::pull)
                .isInstanceOf(ProviderException.class)
                .hasMessage("owner/clip: another process is changing this model"));
        pull();
        assertWhole();
    }

    @Test
    void whatAnInterruptionLeftCanBeRemoved() throws IOException {
        hub.fail(DATA, FakeHub.status(404));
        assertThatThrownBy(this::pull).hasMessageContaining("HTTP 404");

        store.remove(NAME);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void asksThroughTheProxyAndKeepsTheTokenFromIt() throws IOException {
        Hub far = new Hub(HubConnection.of(
                Map.of("HF_ENDPOINT", "http://hub.invalid", "HF_TOKEN", "hf_secret", "http_proxy", hub.address()),
                Patience.USUAL));

        PullPlan plan = new ModelPull(store, far, listener)
                .plan(HubAddress.of("hf:owner/clip"), new PullSelection(Precision.FULL, Set.of()));

        assertThat(plan.sizes()).containsKey(DATA);
        assertThat(hub.requests).isNotEmpty().noneMatch(request -> request.contains("token"));
    }

    @Test
    void hubsThatAreNotThereAreNamed() throws IOException {
        Hub gone = hub.client();
        hub.close();
        ModelPull pull = new ModelPull(store, gone, listener);

        assertThatThrownBy(() -> pull.plan(HubAddress.of("hf:owner/clip"), new PullSelection(Precision.FULL, Set.of())))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("127.0.0.1 cannot be reached");
    }

    @Test
    void namesThatNobodyKnowsAreNotAskedForAgain() throws IOException {
        Hub nowhere = new Hub(HubConnection.of(Map.of("HF_ENDPOINT", "https://hub.invalid"), Patience.USUAL));
        ModelPull pull = new ModelPull(store, nowhere, listener);

        assertThatThrownBy(() -> pull.plan(HubAddress.of("hf:owner/clip"), new PullSelection(Precision.FULL, Set.of())))
                .hasMessage("hf:owner/clip@main: nobody knows the address of hub.invalid; is this machine offline?");
        assertThat(pauses).isEmpty();
    }
}
