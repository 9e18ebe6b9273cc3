package dev.inkling.onnx.models;

import dev.inkling.ProviderException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that the usual variables name: {@code https_proxy}, {@code http_proxy}, {@code all_proxy} and {@code
 * no_proxy}, or in capitals; where none is named, Java's own settings. {@code HTTP_PROXY} alone is not looked at, for web
 * servers set it from what strangers send. Immutable.
 */
final class EnvironmentProxy extends ProxySelector {
    private static final List<Proxy> NONE = List.of(Proxy.NO_PROXY);

    private final @Nullable Proxy https;
    private final @Nullable Proxy http;
    private final List<String> direct;

    /** @throws ProviderException when a variable names a proxy that cannot be used */
    EnvironmentProxy(Map<String, String> environment) throws ProviderException {
        this.https = proxy(environment, "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY");
        this.http = proxy(environment, "http_proxy", "all_proxy", "ALL_PROXY");
        this.direct = Stream.of(first(environment, "no_proxy", "NO_PROXY").split(","))
                .map(host -> host.strip().toLowerCase(Locale.ROOT).replaceFirst("^\\*?\\.", ""))
                .filter(host -> !host.isEmpty())
                .toList();
    }

    private static String first(Map<String, String> environment, String... variables) {
        return Stream.of(variables)
                .map(variable -> environment.getOrDefault(variable, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .orElse("");
    }

    private static @Nullable Proxy proxy(Map<String, String> environment, String... variables)
            throws ProviderException {
        String value = first(environment, variables).strip();
        if (value.isEmpty()) {
            return null;
        }
        try {
            URI address = URI.create(value.contains("://") ? value : "http://" + value);
            if ("http".equals(address.getScheme()) && address.getHost() != null && address.getUserInfo() == null) {
                int port = address.getPort() < 0 ? 80 : address.getPort();
                return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port));
            }
        } catch (IllegalArgumentException e) {
            // No address at all: the message below says what one looks like, and does not repeat what may hold a password.
        }
        throw new ProviderException(
                variables[0], false, "only proxies like http://HOST:PORT, without a password, can be used");
    }

    @Override
    public List<Proxy> select(URI address) {
        if (isDirect(address)) {
            return NONE;
        }
        Proxy proxy = "https".equals(address.getScheme()) ? https : http;
        if (proxy != null) {
            return List.of(proxy);
        }
        ProxySelector usual = ProxySelector.getDefault();
        return usual == null ? NONE : usual.select(address);
    }

    /** A name stands for itself and all below it; {@code *} for all. */
    private boolean isDirect(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        return direct.stream().anyMatch(name -> name.equals("*")
                || host.equals(name)
                || host.endsWith("." + name)
                || (host + ":" + address.getPort()).equals(name));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        // The request fails, which says it.
    }
}
