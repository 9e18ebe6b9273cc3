package dev.inkling.openai.api;

import dev.inkling.openai.cost.PriceTable;
import dev.inkling.openai.transport.Endpoint;
import dev.inkling.openai.transport.Hosts;
import dev.inkling.openai.transport.Limits;
import dev.inkling.openai.transport.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which services there are and how to use them: flags before the environment before {@code config.yaml} before what is
 * built in. {@code docs/services.md} lists the settings.
 *
 * @param openAi    the OpenAI-compatible service
 * @param a1111     the image server
 * @param cache     folder of the kept answers
 * @param cacheSize how large all of them may be, in bytes
 */
public record Configuration(OpenAiSettings openAi, A1111Settings a1111, Path cache, long cacheSize) {
    private static final String OPENAI = "https://api.openai.com/v1";
    private static final String A1111 = "http://127.0.0.1:7860";
    private static final int CACHE_MEGABYTES = 1024;

    /**
     * What the command line says.
     *
     * @param openAi address of the OpenAI-compatible service; null to leave it to the rest
     * @param a1111  address of the image server; null to leave it to the rest
     */
    public record Flags(@Nullable String openAi, @Nullable String a1111) {}

    /**
     * @param environment the environment's variables
     * @throws FileSystemException      when the file is there and cannot be used
     * @throws IllegalArgumentException when an address or a setting cannot be used
     */
    public static Configuration of(Flags flags, Map<String, String> environment) throws IOException {
        Path file = file(environment);
        try {
            JsonNode json = Files.exists(file) ? read(file) : JsonNodeFactory.instance.objectNode();
            return of(flags, environment, new Section("config", json));
        } catch (JacksonException | IllegalArgumentException e) {
            if (Files.exists(file)) {
                throw new FileSystemException(file.toString(), null, reason(e));
            }
            throw e;
        }
    }

    /** A parser's message would quote the file, and the key in it. */
    private static String reason(RuntimeException e) {
        return e instanceof JacksonException ? "is not YAML" : String.valueOf(e.getMessage());
    }

    private static JsonNode read(Path file) throws IOException {
        JsonNode json = new YAMLMapper().readTree(Files.readAllBytes(file));
        return json.isMissingNode() || json.isNull() ? JsonNodeFactory.instance.objectNode() : json;
    }

    private static Configuration of(Flags flags, Map<String, String> environment, Section root) throws IOException {
        Section openAi = root.section("openai");
        Section a1111 = root.section("a1111");
        Section cache = root.section("cache");
        root.checkAllKnown();
        String folder = cache.text("folder");
        long megabytes = cache.whole("megabytes", CACHE_MEGABYTES);
        cache.checkAllKnown();
        return new Configuration(
                openAi(openAi, flags, environment),
                a1111(a1111, flags),
                folder == null ? defaultCache(environment) : Path.of(folder), megabytes << 20);
    }

    /** Where the file is looked for. */
    public static Path file(Map<String, String> environment) {
        return below(environment, "XDG_CONFIG_HOME", ".config").resolve("config.yaml");
    }

    private static Path defaultCache(Map<String, String> environment) {
        return below(environment, "XDG_CACHE_HOME", ".cache").resolve("answers");
    }

    /** The folders of the XDG base directory specification. */
    private static Path below(Map<String, String> environment, String variable, String inHome) {
        String given = environment.getOrDefault(variable, "");
        String home = environment.getOrDefault("HOME", System.getProperty("user.home"));
        return (given.isEmpty() ? Path.of(home, inHome) : Path.of(given)).resolve("inkling");
    }

    private static OpenAiSettings openAi(Section section, Flags flags, Map<String, String> environment)
            throws IOException {
        String configured = section.text("base-url", OPENAI);
        String base = flags.openAi() != null ? flags.openAi() : present(environment, "OPENAI_BASE_URL", configured);
        Map<String, Secret> headers = new HashMap<>(section.secrets("headers"));
        addHeader(headers, "OpenAI-Organization", section.text("organization"));
        addHeader(headers, "OpenAI-Project", section.text("project"));
        String key = present(environment, "OPENAI_API_KEY", section.text("key", ""));
        Endpoint endpoint = endpoint(base, key, headers);
        String prices = section.text("prices");
        OpenAiSettings settings = new OpenAiSettings(
                endpoint, limits(section), section.text("vision-model", "gpt-5.4-mini"),
                section.text("image-model", "gpt-image-2"), section.text("quality", "medium"),
                section.text("detail", "high"), section.whole("max-tokens", 3000), section.texts("picture-hosts"),
                prices(prices, endpoint));
        section.checkAllKnown();
        return settings;
    }

    private static PriceTable prices(@Nullable String file, Endpoint endpoint) throws IOException {
        if (file != null) {
            return PriceTable.read(Path.of(file));
        }
        return isNear(endpoint.base()) ? PriceTable.free() : PriceTable.shipped();
    }

    private static A1111Settings a1111(Section section, Flags flags) {
        String configured = section.text("base-url", A1111);
        Map<String, Secret> headers = section.secrets("headers");
        A1111Settings settings = new A1111Settings(
                endpoint(flags.a1111() == null ? configured : flags.a1111(), "", headers), limits(section),
                section.whole("side", 768), section.whole("steps", 25), section.number("guidance", 6),
                section.number("denoise", 0.55), section.text("sampler", ""), section.whole("seed", 1));
        section.checkAllKnown();
        return settings;
    }

    private static Limits limits(Section section) {
        Limits known = Limits.DEFAULT;
        return new Limits(
                seconds(section, "connect-seconds", known.connect()),
                seconds(section, "attempt-seconds", known.attempt()),
                seconds(section, "total-seconds", known.total()),
                section.whole("retries", known.retries()),
                seconds(section, "first-pause-seconds", known.firstPause()),
                section.whole("concurrency", known.concurrency()),
                section.whole("requests-per-minute", known.perMinute()));
    }

    private static Duration seconds(Section section, String key, Duration fallback) {
        return Duration.ofMillis(Math.round(1000 * section.number(key, fallback.toMillis() / 1000.0)));
    }

    private static Endpoint endpoint(String base, String key, Map<String, Secret> headers) {
        Endpoint endpoint =
                new Endpoint(Endpoint.address(base), key.isBlank() ? null : new Secret(key), headers);
        boolean open = endpoint.base().getScheme().equalsIgnoreCase("http") && !isNear(endpoint.base());
        if (open && (endpoint.key() != null || !headers.isEmpty())) {
            throw new IllegalArgumentException(
                    "the key would go to " + endpoint.name() + " unencrypted; use https, or leave the key out");
        }
        return endpoint;
    }

    /** Whether a service is in the user's own network; one that cannot be found is not. */
    private static boolean isNear(URI base) {
        try {
            return Hosts.isPrivate(base.getHost());
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void addHeader(Map<String, Secret> headers, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            headers.put(name, new Secret(value));
        }
    }

    /** An empty variable counts as none, as in most programs. */
    private static String present(Map<String, String> environment, String variable, String fallback) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? fallback : value;
    }
}
