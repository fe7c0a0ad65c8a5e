package dev.connectioncheck.benchmarks.cold;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import java.util.Map;

/** A whole program: one Artie ping with the SDK. */
public final class ColdOurs {
    private ColdOurs() {}

    /**
     * Prints the verdict.
     *
     * @param args where the vendor's API is
     */
    public static void main(String[] args) {
        ArtieClient artie = ArtieClient.builder().apiKey("key").baseUrl(args[0]).build();
        try (ConnectionChecker checker = ConnectionChecker.of(artie)) {
            CheckResult result = checker.check(ArtieTarget.unsaved("postgresql", Map.of("host", "db.example.com")));
            System.out.println(result.verdict());
        }
    }
}
