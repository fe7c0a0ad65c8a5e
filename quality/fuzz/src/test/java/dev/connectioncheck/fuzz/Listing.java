package dev.connectioncheck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Connection;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.VendorClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;

/** Lists an account whose vendor says the same whatever it is asked, in memory. Used by one thread. */
public final class Listing {
    private static final MediaType JSON = MediaType.get("application/json");

    private final VendorClient client;
    private byte[] answer = new byte[0];

    /** Takes the client that is made with this HTTP client. */
    public Listing(Function<OkHttpClient, VendorClient> clients) {
        this.client = clients.apply(
                new OkHttpClient.Builder().addInterceptor(this::say).build());
    }

    private Response say(Interceptor.Chain chain) {
        return new Response.Builder()
                .request(chain.request())
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .body(ResponseBody.create(answer, JSON))
                .build();
    }

    /** Lists all pages; empty if one is refused as an answer that nobody understands. Everything else comes through. */
    public Optional<List<Connection>> read(byte[] body) {
        answer = body;
        List<Connection> rows = new ArrayList<>();
        try {
            Optional<ApiCall<ConnectionPage>> next = client.connections();
            while (next.isPresent()) {
                ConnectionPage page = next.get().execute();
                rows.addAll(page.connections());
                next = page.next();
            }
        } catch (UnexpectedResponseException refused) {
            if (refused.getCause() != null) {
                throw refused; // the answer could be read, and then what it says was not understood
            }
            return Optional.empty();
        }
        return Optional.of(rows);
    }

    /** No row is dropped, invented or taken for another: their ids are those that a second reading finds. */
    public static void judge(List<Connection> rows, List<String> ids) {
        assertThat(rows).extracting(Connection::id).containsExactlyElementsOf(ids);
    }
}
