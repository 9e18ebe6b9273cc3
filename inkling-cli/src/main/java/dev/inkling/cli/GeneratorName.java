package dev.inkling.cli;

import dev.inkling.classical.ClassicalGenerator;
import dev.inkling.cli.ProviderName.Kind;
import dev.inkling.openai.A1111Generator;
import dev.inkling.openai.OpenAiGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A service that makes pictures, as the command line names it. */
record GeneratorName(ProviderName provider) {
    static GeneratorName of(String option, String text) {
        return new GeneratorName(ProviderName.of(option, text, List.of(Kind.OPENAI, Kind.A1111)));
    }

    boolean isOpenAi() {
        return provider.kind() == Kind.OPENAI;
    }

    /** The model of an OpenAI-compatible service; null for the configured one, or for another kind of service. */
    @Nullable String imageModel() {
        return isOpenAi() ? provider.detail() : null;
    }

    /** Tiny pictures are enlarged the classical way: the service restores the rest. */
    Painting open(Services services) throws IOException {
        if (isOpenAi()) {
            OpenAiGenerator generator = new OpenAiGenerator(
                    services.openAi(null, imageModel()), services.prompts(), new ClassicalGenerator());
            return new Painting(generator, generator, "openai:" + generator.identity());
        }
        A1111Generator generator = new A1111Generator(
                services.a1111(provider.detail()), services.prompts(), new ClassicalGenerator());
        return new Painting(generator, generator, "a1111:" + generator.identity());
    }
}
