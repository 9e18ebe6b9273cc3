package dev.inkling.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.inkling.Layer;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.image.ImageSize;
import dev.inkling.image.PictureReader;
import dev.inkling.image.Raster;
import dev.inkling.image.Resampler;
import dev.inkling.image.Resampler.Kernel;
import dev.inkling.openai.OpenAiDescriber.Style;
import dev.inkling.openai.api.Configuration;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.api.Till;
import dev.inkling.openai.cost.Ledger;
import dev.inkling.openai.prompt.PromptBook;
import dev.inkling.openai.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The real service that is configured, for at most 50 cents: {@code mvn -Plive}, see {@code docs/services.md}. */
@EnabledIfSystemProperty(named = "inkling.live", matches = "true", disabledReason = "-Plive asks a real service, with a key")
class LiveServiceTest {
    private static final double MOST_DOLLARS = 0.5;

    private Ledger ledger;
    private OpenAiClient client;
    private Raster photograph;

    @BeforeEach
    void open() throws IOException {
        Configuration configuration = Configuration.of(new Configuration.Flags(null, null), System.getenv());
        ledger = new Ledger("live", configuration.openAi().prices(), MOST_DOLLARS);
        Transport transport = new Transport(configuration.openAi().endpoint(), configuration.openAi().limits());
        client = new OpenAiClient(configuration.openAi(), new Till(transport, ledger, null));
        photograph = PictureReader.read(Path.of("..", "testdata", "images", "coffee.png"));
    }

    @Test
    void describesChoosesPaintsAndRestores() throws IOException {
        OpenAiDescriber describer = new OpenAiDescriber(client, PromptBook.shipped(), Style.STRUCTURAL, 25);
        OpenAiGenerator generator = new OpenAiGenerator(client, PromptBook.shipped(), new ClassicalGenerator());
        String text = describer.describe(photograph, 25);
        List<String> words = new OpenAiCondenser(client, PromptBook.shipped(), 8).condense(text, 8);
        ImageSize size = photograph.size();
        Raster tiny = Resampler.resize(photograph, size.scaledTo(48), Kernel.LANCZOS);

        Raster painted = generator.generate(List.of(new Layer.Prose(text)), size).picture();
        Raster restored = generator.generate(List.of(new Layer.Prose(text), new Layer.Picture(tiny, 10)), size).picture();

        assertThat(text.toLowerCase(Locale.ROOT)).containsAnyOf("cup", "coffee", "espresso", "mug");
        assertThat(words).hasSizeBetween(4, 8);
        assertThat(painted.size()).isEqualTo(size);
        assertThat(restored.size()).isEqualTo(size);
        assertThat(ledger.bill().dollars()).isLessThanOrEqualTo(MOST_DOLLARS);
    }
}
