package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Gets what is at the addresses of one hub, and where they redirect to. The token goes to the hub alone, and only where
 * nobody can read it on its way. Thread-safe.
 */
final class HubConnection {
    private static final String DEFAULT_ENDPOINT = "https://huggingface.co";
    private static final int MOST_REDIRECTS = 8;
    private static final int LONGEST_REASON = 200;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final URI endpoint;
    private final String token;
    private final Patience patience;
    private final HttpClient client;

    private HubConnection(URI endpoint, String token, Patience patience, EnvironmentProxy proxy) {
        this.endpoint = endpoint;
        this.token = token;
        this.patience = patience;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(patience.silence())
                .proxy(proxy)
                // A redirect would take the token to another place.
                .followRedirects(HttpClient.Redirect.NEVER);
        if (endpoint.getScheme().equals("http")) {
            builder.version(HttpClient.Version.HTTP_1_1);
        }
        this.client = builder.build();
    }

    /** The hub that {@code HF_ENDPOINT} names, with the {@code HF_TOKEN} there is. */
    static HubConnection of(Map<String, String> environment, Patience patience) throws ProviderException {
        String given = environment.getOrDefault("HF_ENDPOINT", "").strip();
        String token = environment.getOrDefault("HF_TOKEN", "").strip();
        if (!token.matches("[!-~]*")) {
            throw new ProviderException("HF_TOKEN", false, "is no token");
        }
        URI endpoint = endpoint(given.isEmpty() ? DEFAULT_ENDPOINT : given.replaceFirst("/+$", ""));
        return new HubConnection(endpoint, token, patience, new EnvironmentProxy(environment));
    }

    private static URI endpoint(String text) throws ProviderException {
        try {
            URI endpoint = new URI(text);
            if (isWeb(endpoint) && endpoint.getQuery() == null && endpoint.getFragment() == null) {
                return endpoint;
            }
        } catch (URISyntaxException e) {
            // The message below says what is expected.
        }
        throw new ProviderException("HF_ENDPOINT", false, "expected https://HOST, found '" + text + "'");
    }

    private static boolean isWeb(URI address) {
        return Set.of("http", "https").contains(String.valueOf(address.getScheme()))
                && address.getHost() != null
                && address.getUserInfo() == null;
    }

    /** An address below the endpoint; the path is one of a URI, with what is odd in it escaped. */
    URI address(String path) {
        return URI.create(endpoint + path);
    }

    /** Whether an address is the hub's, not one that it redirects to. */
    boolean isHubs(URI address) {
        return origin(address).equals(origin(endpoint));
    }

    private static String origin(URI address) {
        int port = address.getPort() >= 0 ? address.getPort() : address.getScheme().equals("https") ? 443 : 80;
        return address.getScheme() + "://" + address.getHost() + ":" + port;
    }

    Patience patience() {
        return patience;
    }

    /** Name of the hub, for messages. */
    String name() {
        return endpoint.getHost();
    }

    /**
     * Gets what is at an address, or where it redirects to.
     *
     * @param from the first byte that is wanted; a hub may give all of it nevertheless
     * @return an answer of status 200, or 206 with a part; the caller closes the body
     */
    HttpResponse<InputStream> get(URI start, long from) throws FailedAttempt, InterruptedException {
        URI address = start;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            HttpResponse<InputStream> response = send(request(address, from));
            if (response.statusCode() == 200 || response.statusCode() == 206) {
                return response;
            }
            close(response);
            if (response.statusCode() / 100 != 3) {
                throw refused(response);
            }
            address = redirect(address, response.headers());
        }
        throw FailedAttempt.forGood("redirects more than " + MOST_REDIRECTS + " times");
    }

    private HttpRequest request(URI address, long from) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(patience.silence())
                .header("User-Agent", "inkling");
        if (isHubs(address) && tokenIsSafe()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (from > 0) {
            request.header("Range", "bytes=" + from + "-");
        }
        return request.build();
    }

    private boolean tokenIsSafe() {
        return !token.isEmpty() && (endpoint.getScheme().equals("https") || LOOPBACK.contains(endpoint.getHost()));
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws FailedAttempt, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw FailedAttempt.forNow(request.uri().getHost() + " does not answer", Duration.ZERO);
        } catch (IOException e) {
            throw broken(request.uri().getHost(), e);
        }
    }

    private static FailedAttempt broken(String host, IOException e) {
        if (e instanceof SSLException) {
            return FailedAttempt.forGood("there is no secure connection to " + host + ": " + e.getMessage());
        }
        if (Stream.<Throwable>iterate(e, Objects::nonNull, Throwable::getCause)
                .anyMatch(UnresolvedAddressException.class::isInstance)) {
            return FailedAttempt.forGood("nobody knows the address of " + host + "; is this machine offline?");
        }
        return FailedAttempt.forNow(host + " cannot be reached", Duration.ZERO);
    }

    private static void close(HttpResponse<InputStream> response) {
        try {
            response.body().close();
        } catch (IOException e) {
            // Nothing more is wanted of it.
        }
    }

    private static URI redirect(URI from, HttpHeaders headers) throws FailedAttempt {
        try {
            URI to = from.resolve(headers.firstValue("Location").orElse(""));
            if (isWeb(to) && (to.getScheme().equals("https") || from.getScheme().equals("http"))) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // No address at all.
        }
        throw FailedAttempt.forGood("redirects to what is no safe address");
    }

    private FailedAttempt refused(HttpResponse<InputStream> response) {
        int status = response.statusCode();
        String reason = "HTTP " + status + meaning(status) + said(response.headers());
        boolean repeatable = status == 408 || status == 429 || status >= 500;
        return repeatable
                ? FailedAttempt.forNow(reason, retryAfter(response.headers()))
                : FailedAttempt.forGood(reason);
    }

    private String meaning(int status) {
        return switch (status) {
            case 401, 403 -> ", there is no such model, or its owner lets only some have it: accept its terms on its page,"
                    + " and set HF_TOKEN"
                    + (token.isEmpty() || tokenIsSafe() ? "" : " (which is not sent over plain http)");
            case 404 -> ", there is no such model, revision or file";
            case 429 -> ", too many requests";
            default -> "";
        };
    }

    /** What the hub says itself, in so far as it can be printed. */
    private static String said(HttpHeaders headers) {
        String message = headers.firstValue("X-Error-Message").orElse("").replaceAll("[^ -~]", "?");
        return message.isEmpty() ? "" : ": " + message.substring(0, Math.min(message.length(), LONGEST_REASON));
    }

    /** Seconds or a date (RFC 9110, §10.2.3). */
    private static Duration retryAfter(HttpHeaders headers) {
        String text = headers.firstValue("Retry-After").orElse("0").strip();
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration pause = Duration.between(Instant.now(), then);
            return pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException e) {
            return Duration.ZERO;
        }
    }
}
