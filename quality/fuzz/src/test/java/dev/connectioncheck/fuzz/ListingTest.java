package dev.connectioncheck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.Connection;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.VendorClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the fuzz tests list with: it refuses in the one way that the engine knows, and silences nothing else. */
class ListingTest {
    private static final List<Connection> TWO = List.of(row("1"), row("2"));

    private final Listing datafold = new Listing(ListingTest::client);

    @Test
    void whatIsNoListIsRefusedAndWhatIsOneIsRead() {
        assertThat(datafold.read(bytes("<html>"))).isEmpty();
        assertThat(datafold.read(bytes("[{\"id\": 7, \"name\": \"wh\", \"type\": \"pg\"}]")))
                .hasValueSatisfying(rows -> Listing.judge(rows, List.of("7")));
    }

    @Test
    void whatAReaderThrowsComesThrough() {
        Listing broken =
                new Listing(http -> new Vendor(client(http).dataSources().list().map(rows -> {
                    throw new IllegalStateException("planted");
                })));

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> broken.read(bytes("[]")))
                .withMessageContaining("IllegalStateException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "2,1", "1,2,3", "1,3"})
    void aReaderThatDropsInventsOrMixesUpRowsIsSeen(String ids) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> Listing.judge(TWO, List.of(ids.split(","))));
    }

    /** A vendor that lists with one call. */
    private record Vendor(ApiCall<ConnectionPage> list) implements VendorClient {
        @Override
        public CheckProtocol<?> checks() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<ApiCall<ConnectionPage>> connections() {
            return Optional.of(list);
        }
    }

    private static DatafoldClient client(OkHttpClient http) {
        return DatafoldClient.builder().apiKey("key").httpClient(http).build();
    }

    private static Connection row(String id) {
        return Connection.builder("toy", "box", id).notCheckable("a toy").build();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
