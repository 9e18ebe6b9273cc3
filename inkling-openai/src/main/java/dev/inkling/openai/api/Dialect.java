package dev.inkling.openai.api;

import java.net.URI;
import java.util.Locale;

/** Where services that are called compatible differ. */
enum Dialect {
    /** OpenAI and Azure: newer models refuse the old name of the limit on tokens. */
    OPENAI("max_completion_tokens"),
    /** Ollama, llama.cpp, vLLM, LM Studio, LocalAI: some know the old name only. */
    COMPATIBLE("max_tokens");

    private final String maxTokensName;

    Dialect(String maxTokensName) {
        this.maxTokensName = maxTokensName;
    }

    static Dialect of(URI base) {
        String host = base.getHost().toLowerCase(Locale.ROOT);
        return host.equals("api.openai.com") || host.endsWith(".azure.com") ? OPENAI : COMPATIBLE;
    }

    String maxTokensName() {
        return maxTokensName;
    }
}
