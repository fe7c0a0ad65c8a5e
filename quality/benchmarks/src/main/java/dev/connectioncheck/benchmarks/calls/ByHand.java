package dev.connectioncheck.benchmarks.calls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** The same exchange, written by hand on OkHttp and Jackson for the case that nothing goes wrong. */
public final class ByHand {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final int NO_CONTENT = 204;

    private final OkHttpClient client = Contenders.okHttp();
    private final ObjectMapper mapper = new ObjectMapper();
    private final String url;

    private ByHand(String url) {
        this.url = url;
    }

    /**
     * Prepares Artie's ping.
     *
     * @param url where the vendor's API is
     * @return a way of making one check
     */
    public static Contender artie(String url) {
        ByHand hand = new ByHand(url + "/connectors/ping");
        Map<String, Object> body = Map.of("type", "postgresql", "sharedConfig", Contenders.SETTINGS);
        return () -> hand.ping(body);
    }

    static Contender squared(String url) {
        ByHand hand = new ByHand(url + "/api/v1/connector_definitions/check_connection");
        Map<String, Object> body =
                Map.of("type", "source", "name", "Postgresql", "connection_spec", Contenders.SETTINGS);
        return () -> hand.checkConnection(body);
    }

    private boolean ping(Map<String, Object> body) throws IOException {
        try (Response response = client.newCall(request(body).build()).execute()) {
            return response.code() == NO_CONTENT
                    || tree(response).path("error").asText().isEmpty();
        }
    }

    private boolean checkConnection(Map<String, Object> body) throws IOException {
        Request request = request(body).header("Workspace-Id", "7").build();
        try (Response response = client.newCall(request).execute()) {
            return tree(response)
                    .path("connection_status")
                    .path("status")
                    .asText()
                    .equals("succeeded");
        }
    }

    private Request.Builder request(Map<String, Object> body) throws IOException {
        return new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + Contenders.KEY)
                .post(RequestBody.create(mapper.writeValueAsBytes(body), JSON));
    }

    private JsonNode tree(Response response) throws IOException {
        if (!response.isSuccessful()) {
            throw new IOException("HTTP " + response.code());
        }
        return mapper.readTree(response.body().bytes());
    }
}
