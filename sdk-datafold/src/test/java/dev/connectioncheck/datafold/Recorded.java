package dev.connectioncheck.datafold;

import dev.connectioncheck.testing.RecordedAnswers;

/** Recorded answers to Datafold's client. */
final class Recorded extends RecordedAnswers<Recorded> {
    static Recorded answering(int status, String body) {
        return new Recorded().then(status, body);
    }

    DatafoldClient client() {
        return configure(DatafoldClient.builder()).build();
    }
}
