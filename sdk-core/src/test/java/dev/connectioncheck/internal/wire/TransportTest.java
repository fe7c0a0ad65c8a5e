package dev.connectioncheck.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.http.Resend;
import dev.connectioncheck.toy.Inside;
import dev.connectioncheck.toy.ToyClient;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** Where a client's operations are. */
class TransportTest {
    private final ToyClient client = ToyClient.builder().withKey().build();
    private final Transport transport = (Transport) Inside.of(client.runtime(), "transport");

    @Test
    void anAddressWithoutParametersIsWorkedOutOnce() {
        assertThat(transport.fixedUrlOf("/api/v1/toys"))
                .hasToString("https://api.toy.test/api/v1/toys")
                .isSameAs(transport.fixedUrlOf("/api/v1/toys"));
    }

    /** A vendor's module may write ids into its paths itself. */
    @Test
    void sixtyFourAddressesAreKeptAndThoseBeyondAreRightAllTheSame() {
        paths(200).forEach(path -> assertThat(transport.fixedUrlOf(path)).hasToString("https://api.toy.test" + path));

        assertThat(paths(200).filter(this::isKept))
                .containsExactlyElementsOf(paths(64).toList());
        paths(200).forEach(path -> assertThat(transport.fixedUrlOf(path)).hasToString("https://api.toy.test" + path));
    }

    /** There are as many of those as a user has connections. */
    @Test
    void anAddressThatNamesATargetIsNotKept() {
        assertThat(List.of(client.read("t1"), client.send(Resend.NEVER))).hasSize(2);

        assertThat(Inside.of(transport, "fixedUrls"))
                .isEqualTo(Map.of("/api/v1/toys", HttpUrl.get("https://api.toy.test/api/v1/toys")));
    }

    /** Another object is as good, and that is what tells. */
    private boolean isKept(String path) {
        Set<HttpUrl> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        objects.add(transport.fixedUrlOf(path));
        return !objects.add(transport.fixedUrlOf(path));
    }

    private static Stream<String> paths(int count) {
        return IntStream.range(0, count).mapToObj(number -> "/api/v1/toys/" + number);
    }
}
