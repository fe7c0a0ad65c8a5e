package dev.connectioncheck.unstructured;

import dev.connectioncheck.testing.RecordedAnswers;

/** Recorded answers to Unstructured's client. */
final class Recorded extends RecordedAnswers<Recorded> {
    static Recorded answering(int status, String body) {
        return new Recorded().then(status, body);
    }

    UnstructuredClient client() {
        return configure(UnstructuredClient.builder()).build();
    }
}
