package dev.connectioncheck.benchmarks.cold;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** A whole program: the same ping by hand. */
public final class ColdByHand {
    private static final int NO_CONTENT = 204;

    private ColdByHand() {}

    /**
     * Prints the verdict.
     *
     * @param args where the vendor's API is
     * @throws IOException if there is no answer
     */
    public static void main(String[] args) throws IOException {
        OkHttpClient client =
                new OkHttpClient.Builder().callTimeout(30, TimeUnit.SECONDS).build();
        ObjectMapper mapper = new ObjectMapper();
        byte[] body = mapper.writeValueAsBytes(
                Map.of("type", "postgresql", "sharedConfig", Map.of("host", "db.example.com")));
        Request request = new Request.Builder()
                .url(args[0] + "/connectors/ping")
                .header("Accept", "application/json")
                .header("Authorization", "Bearer key")
                .post(RequestBody.create(body, MediaType.get("application/json")))
                .build();
        try (Response response = client.newCall(request).execute()) {
            boolean passed = response.code() == NO_CONTENT
                    || mapper.readTree(response.body().bytes())
                            .path("error")
                            .asText()
                            .isEmpty();
            System.out.println(passed ? "PASSED" : "FAILED");
        }
        client.connectionPool().evictAll();
    }
}
