package dev.connectioncheck.benchmarks.calls;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;

/** The SDK, as its users call it. */
final class Ours {
    private Ours() {}

    static Contender artie(String url) {
        ArtieClient client =
                ArtieClient.builder().apiKey(Contenders.KEY).baseUrl(url).build();
        CheckTarget target = ArtieTarget.unsaved("postgresql", Contenders.SETTINGS);
        ConnectionChecker checker = ConnectionChecker.of(client);
        return () -> checker.check(target).passed();
    }

    static Contender squared(String url) {
        SquaredClient client = SquaredClient.builder()
                .apiKey(Contenders.KEY)
                .workspaceId(7)
                .baseUrl(url)
                .pace(Pace.unlimited())
                .build();
        CheckTarget target = SquaredTarget.source("Postgresql", Contenders.SETTINGS);
        ConnectionChecker checker = ConnectionChecker.of(client);
        return () -> checker.check(target).passed();
    }
}
