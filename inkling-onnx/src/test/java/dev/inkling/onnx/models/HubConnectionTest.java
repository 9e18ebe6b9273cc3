package dev.inkling.onnx.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.inkling.ProviderException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the environment says about the hub and the way to it. */
class HubConnectionTest {
    private static final URI HUB = URI.create("https://huggingface.co/api");

    private static Proxy proxy(Map<String, String> environment, URI address) throws IOException {
        return new EnvironmentProxy(environment).select(address).get(0);
    }

    private static Proxy http(String host, int port) {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    @ParameterizedTest
    @CsvSource({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"})
    void proxiesAreTakenFromTheEnvironment(String variable) throws IOException {
        assertThat(proxy(Map.of(variable, "http://proxy.example:3128/"), HUB)).isEqualTo(http("proxy.example", 3128));
        assertThat(proxy(Map.of(variable, "proxy.example"), HUB)).isEqualTo(http("proxy.example", 80));
    }

    @Test
    void plainAddressesHaveTheirOwn() throws IOException {
        URI plain = URI.create("http://mirror.example/");
        assertThat(proxy(Map.of("http_proxy", "p:1", "https_proxy", "q:2"), plain)).isEqualTo(http("p", 1));
        assertThat(proxy(Map.of("HTTP_PROXY", "p:1"), plain))
                .isEqualTo(ProxySelector.getDefault().select(plain).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "huggingface.co", " .co , x", "*.huggingface.co", "HUGGINGFACE.CO"})
    void someHostsAreReachedDirectly(String direct) throws IOException {
        assertThat(proxy(Map.of("https_proxy", "p:1", "NO_PROXY", direct), HUB)).isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "face.co", "huggingface.com", "api.huggingface.co", ","})
    void othersAreNot(String direct) throws IOException {
        assertThat(proxy(Map.of("https_proxy", "p:1", "no_proxy", direct), HUB)).isEqualTo(http("p", 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://p:1", "http://user:secret@p:1", "http://", "a b", "https://p:1"})
    void proxiesThatCannotBeUsedAreRefused(String proxy) {
        assertThatThrownBy(() -> new EnvironmentProxy(Map.of("https_proxy", proxy)))
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("https_proxy: only proxies like")
                .hasMessageNotContaining("secret");
    }

    @Test
    void theEndpointIsThePublicHubUnlessSaidOtherwise() throws IOException {
        assertThat(connection(Map.of()).address("/a")).isEqualTo(URI.create("https://huggingface.co/a"));
        assertThat(connection(Map.of("HF_ENDPOINT", "https://mirror.example/hf/")).address("/a"))
                .isEqualTo(URI.create("https://mirror.example/hf/a"));
    }

    private static HubConnection connection(Map<String, String> environment) throws ProviderException {
        return HubConnection.of(environment, Patience.USUAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://a", "huggingface.co", "https://", "https://a?b", "https://user@a", "https://a b"})
    void endpointsThatMakeNoSenseAreRefused(String endpoint) {
        assertThatThrownBy(() -> connection(Map.of("HF_ENDPOINT", endpoint)))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith("HF_ENDPOINT: expected https://HOST");
    }

    @Test
    void tokensThatCannotBeSentAreRefusedWithoutShowingThem() {
        assertThatThrownBy(() -> connection(Map.of("HF_TOKEN", "hf_a\r\nX: b")))
                .isInstanceOf(ProviderException.class)
                .hasMessage("HF_TOKEN: is no token");
    }

    @ParameterizedTest
    @CsvSource({
        "hf:Xenova/clip-vit-base-patch32, Xenova/clip-vit-base-patch32, main",
        "hf:a/b@v1.0, a/b, v1.0",
        "hf:a/b@refs/pr/1, a/b, refs/pr/1"
    })
    void addresses(String text, String name, String revision) {
        assertThat(HubAddress.of(text)).isEqualTo(new HubAddress(new ModelName(name), revision));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hf:", "a/b", "hf:a", "hf:a/b/c", "hf:a/b@", "hf:a/b@-x", "hf:a/b@x y", "hf:../b", "hf:a/b@x@y"})
    void noAddresses(String text) {
        assertThatThrownBy(() -> HubAddress.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("hf:OWNER/NAME");
    }
}
