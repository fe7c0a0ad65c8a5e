package dev.connectioncheck.squared;

import dev.connectioncheck.testing.RecordedAnswers;

/** Recorded answers to Squared's client. */
final class Recorded extends RecordedAnswers<Recorded> {
    static Recorded answering(int status, String body) {
        return new Recorded().then(status, body);
    }

    SquaredClient client() {
        return configure(SquaredClient.builder()).workspaceId(4).build();
    }
}
