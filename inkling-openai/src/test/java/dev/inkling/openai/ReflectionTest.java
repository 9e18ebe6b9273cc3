package dev.inkling.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.Generator.Generated;
import dev.inkling.Layer;
import dev.inkling.ProviderException;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.image.ImageSize;
import dev.inkling.image.Raster;
import dev.inkling.openai.OpenAiDescriber.Style;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.api.OpenAiSettings;
import dev.inkling.openai.fake.FakeService;
import dev.inkling.openai.fake.Fault;
import dev.inkling.openai.fake.Services;
import dev.inkling.openai.prompt.FileText;
import dev.inkling.openai.prompt.PromptBook;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReflectionTest {
    private static final PromptBook PROMPTS = PromptBook.shipped();
    private static final ImageSize SIZE = new ImageSize(48, 48);
    private static final List<Layer> LAYERS = List.of(new Layer.Prose("A red barn in a green meadow."));

    private final FakeService service = new FakeService();
    private final List<String> changes = new ArrayList<>();

    @AfterEach
    void stop() {
        service.close();
    }

    /** Each change makes the picture one brighter, so that its pixels count the changes. */
    private Raster edit(Raster picture, FileText meant, FileText change) {
        changes.add(change.text());
        return grey(picture.sample(0, 0, 0) + 1);
    }

    private static Raster grey(int value) {
        byte[] rgb = new byte[Raster.byteCount(SIZE)];
        Arrays.fill(rgb, (byte) value);
        return Raster.wrap(SIZE, rgb);
    }

    private Generated reflect(Reflection reflection, List<Layer> layers) throws ProviderException {
        return reflect(reflection, layers, Services.openAi(service));
    }

    private Generated reflect(Reflection reflection, List<Layer> layers, OpenAiClient client) throws ProviderException {
        Critic critic = new Critic(client, PROMPTS, new OpenAiDescriber(client, PROMPTS, Style.STRUCTURAL, 40));
        return new ReflectingGenerator((all, size) -> new Generated(grey(100), List.of()), this::edit, critic, reflection)
                .generate(layers, SIZE);
    }

    @Test
    void aFixedNumberOfChangesIsTakenOver() throws Exception {
        service.score(50, 20, 10);

        Generated generated = reflect(Reflection.fixed(2), LAYERS);

        assertThat(generated.picture()).isEqualTo(grey(102));
        assertThat(generated.notes()).containsExactly("2 changes by reflection");
        assertThat(changes).containsExactly("Make the barn red.", "Make the barn red.");
        assertThat(service.requests()).as("describe and compare, twice").hasSize(4);
    }

    @Test
    void theAutomaticStopKeepsTheBest() throws Exception {
        service.score(50, 70, 60);

        Generated generated = reflect(Reflection.automatic(), LAYERS);

        assertThat(generated.picture()).isEqualTo(grey(101));
        assertThat(generated.notes()).containsExactly("1 change by reflection, score 50 to 70");
        assertThat(changes).as("the second change was tried and dropped").hasSize(2);
    }

    @Test
    void theAutomaticStopIsNeverWorse() throws Exception {
        service.score(50, 50);

        assertThat(reflect(Reflection.automatic(), LAYERS).picture()).isEqualTo(grey(100));
    }

    @Test
    void theAutomaticStopEnds() throws Exception {
        service.score(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);

        assertThat(reflect(Reflection.automatic(), LAYERS).picture()).isEqualTo(grey(106));
    }

    @Test
    void aFileWithoutWordsIsLeftAsItIs() throws Exception {
        List<Layer> tiny = List.of(new Layer.Picture(grey(7), 0));

        assertThat(reflect(Reflection.fixed(2), tiny).notes().toString()).contains("no words");
        assertThat(service.requests()).isEmpty();
    }

    @Test
    void aRefusalKeepsThePictureThatIsThere() throws Exception {
        service.misbehave((request, attempt) -> Optional.of(Fault.REFUSAL));

        Generated generated = reflect(Reflection.automatic(), LAYERS);

        assertThat(generated.picture()).isEqualTo(grey(100));
        assertThat(generated.notes().toString()).contains("reflection ended early");
    }

    @Test
    void moneyEndsItToo() throws Exception {
        OpenAiSettings settings = Services.settings(service.openAi());
        OpenAiClient client = Services.openAi(settings, Services.ledger(settings, 0.03), null);

        Generated generated = reflect(Reflection.fixed(20), LAYERS, client);

        assertThat(generated.notes().toString()).contains("reflection ended early").contains("--max-cost");
    }

    @Test
    void anImageServerMendsWithTheChangeInItsWords() throws Exception {
        A1111Generator generator = new A1111Generator(Services.a1111(service), PROMPTS, new ClassicalGenerator());

        generator.edit(grey(3), FileText.of("A barn"), FileText.of("Make it red"));

        assertThat(service.requests().get(1).json().path("prompt").asString()).startsWith("A barn, Make it red,");
    }

    @Test
    void roundsHaveAnEnd() {
        assertThatThrownBy(() -> Reflection.fixed(21)).hasMessage("rounds must be 1 to 20, found 21");
    }
}
