package dev.inkling.openai.transport;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is, and what opens it.
 *
 * @param base    address that paths are added to, http or https, such as {@code https://api.openai.com/v1}
 * @param key     sent as a bearer token; null where the service wants none
 * @param headers more headers of each request; values may be secrets
 */
public record Endpoint(URI base, @Nullable Secret key, Map<String, Secret> headers) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws IllegalArgumentException when the address is not one that requests can go to */
    public Endpoint {
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme) || base.getHost() == null) {
            throw new IllegalArgumentException("'" + base + "' is not an http or https address");
        }
        if (base.getUserInfo() != null || base.getQuery() != null || base.getFragment() != null) {
            throw new IllegalArgumentException("the address of " + base.getHost()
                    + " must not have a user, a query or a fragment; keys go into the configuration");
        }
        headers = Map.copyOf(headers);
    }

    /** Reads an address as people write it: {@code http} is assumed for a bare host and port. */
    public static URI address(String text) {
        String full = text.contains("://") ? text : "http://" + text;
        return URI.create(full.replaceAll("/+$", ""));
    }

    /** Name of the service in messages: its host, and its port when it has one. */
    public String name() {
        return base.getPort() < 0 ? base.getHost() : base.getHost() + ":" + base.getPort();
    }

    URI resolve(String path) {
        return URI.create(base + "/" + path);
    }

    void authorise(HttpRequest.Builder request) {
        if (key != null) {
            request.header("Authorization", "Bearer " + key.reveal());
        }
        headers.forEach((name, value) -> request.setHeader(name, value.reveal()));
    }

    /** The text without any of this service's secrets. */
    String redact(String text) {
        String clean = key == null ? text : key.redact(text);
        for (Secret header : headers.values()) {
            clean = header.redact(clean);
        }
        return clean;
    }
}
