package dev.connectioncheck.benchmarks.calls;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;

/** All ways of making a check that are measured against each other. */
public final class Contenders {
    /** The ways by name: ours, the floor, and what the generator makes out of the box. */
    public static final List<String> NAMES = List.of("ours", "by hand", "okhttp-gson", "native");

    /** The vendors by name. */
    public static final List<String> VENDORS = List.of("artie", "squared");

    static final String KEY = "a-key-of-no-vendor";

    /** What a user would have to give to connect to a database. */
    static final Map<String, Object> SETTINGS = Map.of(
            "host", "db.example.com", "port", 5432, "user", "etl", "password", "not-a-password", "database", "shop");

    private static final int IDLE_CONNECTIONS = 128;

    private Contenders() {}

    /**
     * Prepares a way of making one vendor's check; what can be made once is made now.
     *
     * @param name one of {@link #NAMES}
     * @param vendor one of {@link #VENDORS}
     * @param url where the vendor's API is
     * @return the way
     */
    public static Contender of(String name, String vendor, String url) {
        boolean artie = vendor.equals("artie");
        return switch (name) {
            case "ours" -> artie ? Ours.artie(url) : Ours.squared(url);
            case "by hand" -> artie ? ByHand.artie(url) : ByHand.squared(url);
            case "okhttp-gson" -> artie ? OkHttpGson.artie(url) : OkHttpGson.squared(url);
            case "native" -> artie ? Native.artie(url) : Native.squared(url);
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** The settings that ours has: one time-out for a whole call, nothing sent twice, no redirects, its pool. */
    static OkHttpClient okHttp() {
        return new OkHttpClient.Builder()
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .callTimeout(30, TimeUnit.SECONDS)
                .readTimeout(0, TimeUnit.SECONDS)
                .writeTimeout(0, TimeUnit.SECONDS)
                .build();
    }
}
