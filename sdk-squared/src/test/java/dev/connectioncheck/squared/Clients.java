package dev.connectioncheck.squared;

import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.sandbox.SquaredSandbox;

/** Makes clients of the sandbox. */
final class Clients {
    private Clients() {}

    static SquaredClient of(SandboxExtension sandbox) {
        return builder(sandbox.squared()).build();
    }

    static SquaredClient.Builder builder(SquaredSandbox squared) {
        return SquaredClient.builder()
                .apiKey(squared.apiKey())
                .baseUrl(squared.baseUrl())
                .workspaceId(squared.workspaceId());
    }
}
