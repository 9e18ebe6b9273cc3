package dev.inkling.openai.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureAddressTest {
    /** An address instead of a name, so that the test needs no name service; TEST-NET-1 (RFC 5737). */
    private static final PictureAddress PUBLIC =
            new PictureAddress(URI.create("https://192.0.2.1/v1"), Set.of("192.0.2.7", ".example.org", "10.0.0.7"));

    private static final PictureAddress LOCAL = new PictureAddress(URI.create("http://127.0.0.1:8080/v1"), Set.of());

    @Test
    void theServicesOwnHostAndAllowedOnesAreFetched() throws Exception {
        assertThat(PUBLIC.check("https://192.0.2.1/img/1.png")).hasHost("192.0.2.1");
        assertThat(PUBLIC.check("https://192.0.2.7/img/1.png?sig=a%2Fb")).hasHost("192.0.2.7");
        assertThat(LOCAL.check("http://127.0.0.1:8080/generated/1.png")).hasPort(8080);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "http://192.0.2.7/1.png",
        "https://198.51.100.1/1.png",
        "https://example.org.attacker.test/1.png",
        "https://notexample.org/1.png",
        "https://10.0.0.7/1.png",
        "https://192.0.2.7:8443/1.png",
        "https://user@192.0.2.7/1.png",
        "file:///etc/passwd",
        "ftp://192.0.2.7/1.png",
        "jar:https://192.0.2.7/a.jar!/1.png",
        "//192.0.2.7/1.png",
        "not an address",
        ""
    })
    void nothingElseIs(String address) {
        assertThatThrownBy(() -> PUBLIC.check(address)).isInstanceOf(MalformedAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:22/", "http://169.254.169.254/latest/meta-data", "https://127.0.0.1:8080/"})
    void aLocalServicePointsToItselfOnly(String address) {
        assertThatThrownBy(() -> LOCAL.check(address)).isInstanceOf(MalformedAnswerException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true", "10.1.2.3, true", "172.16.0.1, true", "192.168.1.1, true", "169.254.169.254, true",
        "100.64.0.1, true", "0.0.0.0, true", "224.0.0.1, true", "::1, true", "fe80::1, true", "fd00::1, true",
        "::ffff:127.0.0.1, true", "8.8.8.8, false", "100.128.0.1, false", "172.32.0.1, false", "2001:4860::8888, false"
    })
    void privateAddressesAreKnown(String address, boolean expected) throws Exception {
        assertThat(Hosts.isPrivate(InetAddress.getByName(address))).isEqualTo(expected);
    }
}
