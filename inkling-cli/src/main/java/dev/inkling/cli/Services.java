package dev.inkling.cli;

import dev.inkling.openai.Critic;
import dev.inkling.openai.OpenAiDescriber;
import dev.inkling.openai.api.A1111Client;
import dev.inkling.openai.api.A1111Settings;
import dev.inkling.openai.api.Configuration;
import dev.inkling.openai.api.OpenAiClient;
import dev.inkling.openai.api.OpenAiSettings;
import dev.inkling.openai.api.Till;
import dev.inkling.openai.cost.AnswerCache;
import dev.inkling.openai.cost.Bill;
import dev.inkling.openai.cost.Ledger;
import dev.inkling.openai.cost.PriceTable;
import dev.inkling.openai.prompt.PromptBook;
import dev.inkling.openai.transport.Endpoint;
import dev.inkling.openai.transport.Limits;
import dev.inkling.openai.transport.Transport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The services of one command: made when they are first needed, with one bill. Not thread-safe; what it makes is. */
final class Services {
    private final ServiceOptions options;
    private final Map<String, String> environment;
    private final boolean once;
    private final List<Ledger> ledgers = new ArrayList<>();
    private @Nullable Till till;
    private @Nullable PromptBook prompts;

    Services(ServiceOptions options, Map<String, String> environment) {
        this(options, environment, false);
    }

    private Services(ServiceOptions options, Map<String, String> environment, boolean once) {
        this.options = options;
        this.environment = environment;
        this.once = once;
        if (options.maxCost != null && !(options.maxCost >= 0 && options.maxCost < 1e9)) {
            throw new UsageException("--max-cost must be 0 or more, found " + options.maxCost);
        }
    }

    Configuration configuration() throws IOException {
        return configuration(null);
    }

    private Configuration configuration(@Nullable String a1111) throws IOException {
        try {
            return Configuration.of(new Configuration.Flags(options.baseUrl, a1111), environment);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The same services, which are asked once and then believed. */
    Services withoutRetries() {
        return new Services(options, environment, true);
    }

    Path configurationFile() {
        return Configuration.file(environment);
    }

    PromptBook prompts() throws IOException {
        PromptBook book = prompts;
        if (book == null) {
            book = options.prompts == null ? PromptBook.shipped() : PromptBook.shipped().replacedBy(options.prompts);
            prompts = book;
        }
        return book;
    }

    /** The OpenAI-compatible service, with other models than the configured ones where they are given. */
    OpenAiClient openAi(@Nullable String visionModel, @Nullable String imageModel) throws IOException {
        OpenAiSettings settings = configuration().openAi();
        if (visionModel != null) {
            settings = settings.withVisionModel(visionModel);
        }
        if (imageModel != null) {
            settings = settings.withImageModel(imageModel);
        }
        return new OpenAiClient(settings, till(settings));
    }

    private Till till(OpenAiSettings settings) throws IOException {
        Till known = till;
        if (known == null) {
            known = till(transport(settings.endpoint(), settings.limits()), settings.prices());
            till = known;
        }
        return known;
    }

    /** @param address where the image server is; null for the configured one */
    A1111Client a1111(@Nullable String address) throws IOException {
        A1111Settings settings = configuration(address).a1111();
        return new A1111Client(
                settings, till(transport(settings.endpoint(), settings.limits()), PriceTable.free()));
    }

    private Transport transport(Endpoint endpoint, Limits limits) {
        return new Transport(endpoint, once ? limits.once() : limits);
    }

    private Till till(Transport transport, PriceTable prices) throws IOException {
        Ledger ledger = new Ledger(transport.endpoint().name(), prices, options.maxCost);
        ledgers.add(ledger);
        return new Till(transport, ledger, options.noCache ? null : cache());
    }

    AnswerCache cache() throws IOException {
        Configuration configuration = configuration();
        return new AnswerCache(configuration.cache(), configuration.cacheSize());
    }

    /**
     * @param client    compares
     * @param describer describes what was made
     */
    Critic critic(OpenAiClient client, OpenAiDescriber describer) throws IOException {
        return new Critic(client, prompts(), describer);
    }

    /** The day of the prices that estimates go by. */
    LocalDate priceDate() throws IOException {
        return configuration().openAi().prices().date();
    }

    /** What all calls so far came to; null when no service was meant to be used. */
    @Nullable Bill bill() {
        return ledgers.stream().map(Ledger::bill).reduce(Bill::plus).orElse(null);
    }
}
