package dev.connectioncheck.artie;

import dev.connectioncheck.testing.RecordedAnswers;

/** Recorded answers to Artie's client. */
final class Recorded extends RecordedAnswers<Recorded> {
    static Recorded answering(int status, String body) {
        return new Recorded().then(status, body);
    }

    ArtieClient client() {
        return configure(ArtieClient.builder()).build();
    }
}
