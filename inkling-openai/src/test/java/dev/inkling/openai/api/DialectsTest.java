package dev.inkling.openai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.net.httpserver.HttpServer;
import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.openai.cost.Ledger;
import dev.inkling.openai.cost.PriceTable;
import dev.inkling.openai.fake.Services;
import dev.inkling.openai.transport.Endpoint;
import dev.inkling.openai.transport.RefusalException;
import dev.inkling.openai.transport.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers in the shapes of the servers that are named, field by field; the texts and pictures in them are ours. */
class DialectsTest {
    private static final AnswerSchema SCHEMA = new AnswerSchema("word", """
            {"type": "object", "properties": {"word": {"type": "string"}}, "required": ["word"],
             "additionalProperties": false}
            """);
    private static final ChatRequest QUESTION = new ChatRequest("Say a word.", "Please.", List.of(), SCHEMA, 0);

    private final AtomicReference<String> request = new AtomicReference<>("");
    private int status = 200;
    private String answer = "";
    private HttpServer server;
    private Ledger ledger;
    private OpenAiClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                request.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        OpenAiSettings settings = Services.settings(root() + "/v1");
        ledger = Services.ledger(settings, null);
        client = Services.openAi(settings, ledger, null);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String answerOf(String file) throws IOException {
        try (InputStream in = DialectsTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String ask() throws ProviderException {
        return client.chat(QUESTION, json -> json.path("word").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "openai-chat.json, 31, 7", "ollama-chat.json, 29, 12", "llama-cpp-chat.json, 40, 9", "vllm-chat.json, 33, 60"
    })
    void chatAnswersOfAllServersAreRead(String file, long in, long out) throws Exception {
        answer = answerOf(file);

        assertThat(ask()).isEqualTo("lighthouse");
        assertThat(ledger.bill().usage().in()).isEqualTo(in);
        assertThat(ledger.bill().usage().out()).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource({
        "openai-error.json, 400, Unsupported parameter", "ollama-error.json, 404, not found",
        "llama-cpp-error.json, 400, exceeds", "a1111-error.json, 422, Sampler not found"
    })
    void errorsOfAllServersAreUnderstood(String file, int code, String message) throws Exception {
        status = code;
        answer = answerOf(file);

        assertThatThrownBy(this::ask).isInstanceOf(ProviderException.class).hasMessageContaining(message);
    }

    @Test
    void picturesOfOpenAiAreRead() throws Exception {
        answer = answerOf("openai-image.json");

        Raster picture = client.generate(new ImageRequest("a dot", new ImageSize(1024, 1024), 0));

        assertThat(picture.size()).isEqualTo(new ImageSize(1, 1));
        assertThat(ledger.bill().usage().imageOut()).isEqualTo(1056);
        assertThat(ledger.bill().usage().textIn()).isEqualTo(12);
        assertThat(ledger.bill().dollars()).isCloseTo((12 * 5 + 1056 * 30) / 1e6, within(1e-9));
    }

    @Test
    void picturesOfA1111AreRead() throws Exception {
        answer = answerOf("a1111-txt2img.json");
        A1111Settings settings = new A1111Settings(
                new Endpoint(URI.create(root()), null, Map.of()), client.settings().limits(), 512, 20, 6, 0.5, "Euler", 7);
        Till till = new Till(new Transport(settings.endpoint(), settings.limits()),
                new Ledger("a1111", PriceTable.free(), null), null);

        Raster picture = new A1111Client(settings, till)
                .generate(new ImageRequest("a dot", new ImageSize(512, 512), 2), "blurry");

        assertThat(picture.size()).isEqualTo(new ImageSize(1, 1));
        assertThat(request.get()).contains("\"seed\":9", "\"sampler_name\":\"Euler\"", "\"cfg_scale\":6.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"openai-refusal.json", "openai-filtered.json", "azure-filtered.json"})
    void refusalsAreRefusals(String file) throws Exception {
        status = file.startsWith("azure") ? 400 : 200;
        answer = answerOf(file);

        assertThatThrownBy(this::ask).isInstanceOf(RefusalException.class);
    }

    @Test
    void onlyOpenAiAndAzureTakeTheNewNameOfTheLimit() {
        assertThat(Dialect.of(URI.create("https://api.openai.com/v1")).maxTokensName()).isEqualTo("max_completion_tokens");
        assertThat(Dialect.of(URI.create("https://me.openai.azure.com/openai/v1")).maxTokensName())
                .isEqualTo("max_completion_tokens");
        assertThat(Dialect.of(URI.create("http://localhost:11434/v1")).maxTokensName()).isEqualTo("max_tokens");
        assertThat(Dialect.of(URI.create("https://api.openai.com.example.org/v1")).maxTokensName())
                .isEqualTo("max_tokens");
    }

    @ParameterizedTest
    @CsvSource({
        "gpt-image-1.5, 768, 512, 1536x1024", "gpt-image-1, 100, 101, 1024x1024", "gpt-image-1-mini, 1, 9, 1024x1536",
        "gpt-image-2, 768, 512, 1248x832", "gpt-image-2, 65535, 1, 1776x592", "gpt-image-2, 1, 65535, 592x1776",
        "dall-e-3, 3, 2, 1792x1024", "sd-1.5, 512, 512, 1024x1024"
    })
    void sizesAreThoseThatTheModelMakes(String model, int width, int height, String size) {
        assertThat(ImageFamily.of(model).nearest(new ImageSize(width, height))).hasToString(size);
    }

    @Test
    void modelsThatCannotEditSaySo() {
        OpenAiClient words = Services.openAi(client.settings().withImageModel("dall-e-3"), ledger, null);

        assertThatThrownBy(() -> words.edit(new ImageRequest("x", new ImageSize(1024, 1024), 0), List.of()))
                .hasMessageContaining("dall-e-3 makes pictures from words only")
                .hasMessageContaining("--generator a1111");
        assertThat(request).hasValue("");
    }

    @Test
    void picturesElsewhereAreNotFetched() {
        answer = "{\"created\":1,\"data\":[{\"url\":\"http://169.254.169.254/latest\"}]}";

        assertThatThrownBy(() -> client.generate(new ImageRequest("x", new ImageSize(1024, 1024), 0)))
                .isInstanceOfSatisfying(ProviderException.class, e -> assertThat(e.retryable()).isFalse())
                .hasMessageContaining("not https");
    }
}
