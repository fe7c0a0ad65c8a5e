package dev.connectioncheck.cli.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *                       | https://api.example.com          | true
            example.com             | https://example.com              | true
            example.com             | https://api.example.com          | true
            .example.com            | https://api.example.com          | true
            *.example.com           | https://api.example.com          | true
            EXAMPLE.com             | https://API.example.COM          | true
            other.com, example.com  | https://example.com:8443         | true
            example.com:8443        | https://example.com:8443         | true
            example.com:8443        | https://example.com              | false
            example.com:443         | https://example.com              | true
            ample.com               | https://example.com              | false
            example.com             | https://example.com.evil.net     | false
            127.0.0.1               | https://127.0.0.1:80             | true
            [::1]                   | https://[::1]:8443               | true
            ::1                     | https://[::1]:8443               | true
            [::1]:8443              | https://[::1]:8443               | true
            [::1]:1                 | https://[::1]:8443               | false
            ''                      | https://example.com              | false
            """)
    void hostsDomainsAndPortsAreUnderstood(String list, URI uri, boolean isDirect) {
        assertThat(new NoProxy(list).matches(uri)).isEqualTo(isDirect);
    }

    @Test
    void lowerCaseGoesFirstAndNothingMeansNoProxy() {
        assertThat(EnvironmentProxy.client(Map.of(), 1)).isEmpty();
        assertThat(EnvironmentProxy.client(Map.of("HTTPS_PROXY", " "), 1)).isEmpty();
        Map<String, String> both = Map.of("https_proxy", "proxy.example.com:8080", "HTTPS_PROXY", "::");
        assertThat(EnvironmentProxy.client(both, 1)
                        .orElseThrow()
                        .proxySelector()
                        .select(URI.create("https://a.b")))
                .singleElement()
                .asString()
                .contains("proxy.example.com", "8080");
    }

    @Test
    void onlyHttpsGoesThroughTheProxyOfHttps() {
        Map<String, String> variables = Map.of("HTTPS_PROXY", "http://proxy.example.com");

        assertThat(EnvironmentProxy.client(variables, 1)
                        .orElseThrow()
                        .proxySelector()
                        .select(URI.create("http://a.b")))
                .containsExactly(java.net.Proxy.NO_PROXY);
    }

    @Test
    void anAddressThatIsNoneIsRefusedWithoutItsPassword() {
        assertThatThrownBy(() -> EnvironmentProxy.client(Map.of("HTTPS_PROXY", "socks5://user:s3cret@proxy:1"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("HTTPS_PROXY")
                .hasMessageNotContaining("s3cret");
    }
}
