package dev.inkling.openai.cost;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prices of models on a certain day, from a JSON file. Immutable.
 *
 * <p>A name that is not in the table is looked up without the date at its end: {@code gpt-4o-2024-08-06} costs what
 * {@code gpt-4o} does.
 */
public final class PriceTable {
    private static final String SHIPPED = "prices.json";

    private final LocalDate date;
    private final Map<String, Price> prices;
    private final boolean free;

    private PriceTable(LocalDate date, Map<String, Price> prices, boolean free) {
        this.date = date;
        this.prices = Map.copyOf(prices);
        this.free = free;
    }

    /** The table that comes with this version. */
    public static PriceTable shipped() {
        try (InputStream in = PriceTable.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException(SHIPPED + " is not in the jar");
            }
            return of(JsonMapper.shared().readTree(in.readAllBytes()));
        } catch (IOException e) {
            throw new IllegalStateException(SHIPPED + " cannot be read from the jar", e);
        }
    }

    /**
     * A table of the user's own.
     *
     * @throws FileSystemException when the file is not such a table
     */
    public static PriceTable read(Path file) throws IOException {
        try {
            return of(JsonMapper.shared().readTree(Files.readAllBytes(file)));
        } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
            throw new FileSystemException(file.toString(), null, "is not a table of prices: " + e.getMessage());
        }
    }

    /** For a service in the user's own network: every model costs nothing. */
    public static PriceTable free() {
        return new PriceTable(LocalDate.EPOCH, Map.of(), true);
    }

    private static PriceTable of(JsonNode json) {
        Map<String, Price> prices = new HashMap<>();
        json.path("models").forEachEntry((name, price) -> prices.put(name, price(price)));
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("it has no models");
        }
        return new PriceTable(LocalDate.parse(json.path("date").asString("")), prices, false);
    }

    private static Price price(JsonNode json) {
        return new Price(
                json.path("textIn").asDouble(0), json.path("imageIn").asDouble(0), json.path("textOut").asDouble(0),
                json.path("imageOut").asDouble(0), json.path("image").asDouble(0));
    }

    /** The day on which these were the prices. */
    public LocalDate date() {
        return date;
    }

    /** Whether nothing costs anything here. */
    public boolean isFree() {
        return free;
    }

    /** What a usage costs, in dollars; empty when the model's price is not known. */
    public Optional<Double> cost(String model, Usage usage) {
        return price(model).map(price -> price.of(usage));
    }

    private Optional<Price> price(String model) {
        if (free) {
            return Optional.of(Price.FREE);
        }
        Price price = prices.get(model);
        String undated = model.replaceFirst("-\\d{4}-\\d{2}-\\d{2}$", "");
        return Optional.ofNullable(price == null ? prices.get(undated) : price);
    }
}
