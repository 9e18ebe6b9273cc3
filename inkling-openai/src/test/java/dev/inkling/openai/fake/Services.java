package dev.inkling.openai.fake;

import dev.inkling.openai.api.A1111Client;
import dev.inkling.openai.api.A1111Settings;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.api.OpenAiSettings;
import dev.inkling.openai.api.Till;
import dev.inkling.openai.cost.AnswerCache;
import dev.inkling.openai.cost.Ledger;
import dev.inkling.openai.cost.PriceTable;
import dev.inkling.openai.transport.Endpoint;
import dev.inkling.openai.transport.Limits;
import dev.inkling.openai.transport.Secret;
import dev.inkling.openai.transport.Transport;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Clients of a service, with retries that do not take long. */
public final class Services {
    public static final String KEY = "sk-fake-4f9b7d1e2a6c8035";

    private static final Limits LIMITS = new Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMinutes(1), 6, Duration.ofMillis(5), 8, 0);

    private Services() {}

    public static OpenAiSettings settings(String base) {
        return new OpenAiSettings(
                new Endpoint(URI.create(base), new Secret(KEY), Map.of()), LIMITS, "gpt-4o", "gpt-image-2", "medium",
                "high", 2000, Set.of(), PriceTable.shipped());
    }

    public static Ledger ledger(OpenAiSettings settings, @Nullable Double limit) {
        return new Ledger("fake", settings.prices(), limit);
    }

    public static OpenAiClient openAi(OpenAiSettings settings, Ledger ledger, @Nullable AnswerCache cache) {
        return new OpenAiClient(settings, new Till(new Transport(settings.endpoint(), settings.limits()), ledger, cache));
    }

    /** Without a limit and without a cache. */
    public static OpenAiClient openAi(FakeService service) {
        OpenAiSettings settings = settings(service.openAi());
        return openAi(settings, ledger(settings, null), null);
    }

    public static A1111Client a1111(FakeService service) {
        A1111Settings settings = new A1111Settings(
                new Endpoint(URI.create(service.root()), null, Map.of()), LIMITS, 256, 20, 6, 0.5, "", 1);
        Ledger ledger = new Ledger("fake", PriceTable.free(), null);
        return new A1111Client(settings, new Till(new Transport(settings.endpoint(), LIMITS), ledger, null));
    }
}
