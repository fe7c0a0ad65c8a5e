package dev.connectioncheck.artie;

import dev.connectioncheck.sandbox.ArtieSandbox;

/** Makes clients of the sandbox. */
final class Clients {
    private Clients() {}

    static ArtieClient.Builder builder(ArtieSandbox artie) {
        return ArtieClient.builder().apiKey(artie.apiKey()).baseUrl(artie.baseUrl());
    }
}
