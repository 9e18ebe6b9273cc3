package dev.inkling.openai.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.inkling.ProviderException;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.openai.fake.FakeService;
import dev.inkling.openai.fake.Fault;
import dev.inkling.openai.fake.RequestSchema;
import dev.inkling.openai.fake.Services;
import dev.inkling.openai.transport.RefusalException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request that the clients make, against the published schema and our own contract, with and without faults. */
class FakeServiceTest {
    private static final AnswerSchema SCHEMA = new AnswerSchema("judgement", """
            {"type": "object", "properties": {"score": {"type": "integer"}}, "required": ["score"],
             "additionalProperties": false}
            """);
    private static final PictureFile PICTURE =
            PictureFile.png(Raster.wrap(new ImageSize(16, 16), new byte[3 * 16 * 16]));

    private final FakeService service = new FakeService();
    private final OpenAiClient client = Services.openAi(service);

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void thePublishedSchemaIsChecked() {
        assumeTrue(RequestSchema.load().isPresent(),
                "not run: no description of the API; set INKLING_SHARED to the folder that has spec/openai-api-subset.yaml");
        assertThat(RequestSchema.load()).isPresent();
    }

    @Test
    void allFunctionsKeepToTheSchemaAndTheContract() throws Exception {
        assertThat(client.models()).containsExactly("fake-vision", "fake-image");
        callAll(client);
        callAll(Services.openAi(
                client.settings().withImageModel("local-model"), Services.ledger(client.settings(), null), null));
        A1111Client a1111 = Services.a1111(service);
        ImageRequest image = new ImageRequest("a barn", new ImageSize(512, 512), 0);
        a1111.generate(image, "blurry");
        a1111.edit(image, "blurry", PICTURE, null);
        Control tile = new Control(Control.Kind.TILE, "control_v11f1e_sd15_tile [a371b31b]");
        assertThat(a1111.control(Control.Kind.TILE)).hasValue(tile);
        a1111.edit(image, "blurry", PICTURE, tile);
        Control lines = a1111.control(Control.Kind.LINES).orElseThrow();
        assertThat(lines.model()).isEqualTo("control_v11p_sd15_scribble [d4ba51ff]");
        a1111.generate(image, "blurry", lines, PICTURE);
        assertThat(a1111.models()).isEqualTo(1);

        assertThat(service.violations()).isEmpty();
        assertThat(service.requests()).hasSize(16);
    }

    private static void callAll(OpenAiClient client) throws ProviderException {
        client.chat(new ChatRequest("Judge.", "a text", List.of(PICTURE), SCHEMA, 0), json -> json);
        ImageRequest image = new ImageRequest("a barn \u2014 \uD83C\uDFD4", new ImageSize(1024, 1024), 0);
        client.generate(image);
        client.edit(image, List.of(PICTURE));
        client.edit(image, List.of(PICTURE, PICTURE));
    }

    @Test
    void theContractIsNoFormality() throws Exception {
        client.generate(new ImageRequest(" ", new ImageSize(1024, 1024), 0));

        assertThat(service.violations()).containsExactly("no prompt");
    }

    @ParameterizedTest
    @EnumSource(value = Fault.class, mode = Mode.EXCLUDE, names = "REFUSAL")
    void everyFaultIsOvercome(Fault fault) throws Exception {
        service.misbehave((request, attempt) -> attempt < 2 ? Optional.of(fault) : Optional.empty());

        callAll(client);
        Services.a1111(service).generate(new ImageRequest("a barn", new ImageSize(512, 512), 0), "");

        assertThat(service.violations()).isEmpty();
        assertThat(service.charges()).as("each question once").isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void refusalsAreNotAskedAgain(int function) {
        service.misbehave((request, attempt) -> Optional.of(Fault.REFUSAL));

        assertThatThrownBy(() -> {
            if (function == 0) {
                client.chat(new ChatRequest("Judge.", "", List.of(PICTURE), SCHEMA, 0), json -> json);
            } else {
                client.generate(new ImageRequest("a barn", new ImageSize(1024, 1024), 0));
            }
        }).isInstanceOf(RefusalException.class);
        assertThat(service.requests()).hasSize(1);
    }
}
