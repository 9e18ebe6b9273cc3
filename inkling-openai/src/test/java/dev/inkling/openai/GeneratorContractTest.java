package dev.inkling.openai;

import dev.inkling.Generator;
import dev.inkling.GeneratorContract;
import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.api.OpenAiSettings;
import dev.inkling.openai.cost.AnswerCache;
import dev.inkling.openai.fake.FakeService;
import dev.inkling.openai.fake.Services;
import dev.inkling.openai.prompt.PromptBook;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Both generators keep to what every generator keeps to. */
class GeneratorContractTest {
    private static final FakeService SERVICE = new FakeService();

    @TempDir
    private static Path answers;

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @Nested
    class WithOpenAi extends GeneratorContract {
        @Override
        protected Generator generator() {
            OpenAiSettings settings = Services.settings(SERVICE.openAi());
            OpenAiClient client =
                    Services.openAi(settings, Services.ledger(settings, null), new AnswerCache(answers, 1 << 28));
            return new OpenAiGenerator(client, PromptBook.shipped(), new ClassicalGenerator());
        }
    }

    @Nested
    class WithA1111 extends GeneratorContract {
        @Override
        protected Generator generator() {
            return new A1111Generator(Services.a1111(SERVICE), PromptBook.shipped(), new ClassicalGenerator());
        }
    }
}
