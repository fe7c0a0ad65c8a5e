package dev.connectioncheck.sandbox;

/**
 * The gates before every request to Squared that are about the caller: key, workspace, permission.
 *
 * <p>Used by all threads of the server, and by tests that change it: each value is replaced as a whole.
 */
final class SquaredGates {
    private final SquaredSandbox squared;
    private volatile long workspaceId =
            100_000 + Math.abs((long) VendorSandbox.randomHex(4).hashCode());
    private volatile boolean locked;
    private final String viewerApiKey = "sandbox.viewer." + VendorSandbox.randomHex(16);

    SquaredGates(SquaredSandbox squared) {
        this.squared = squared;
    }

    long workspaceId() {
        return workspaceId;
    }

    void useWorkspaceId(long id) {
        workspaceId = id;
    }

    String viewerApiKey() {
        return viewerApiKey;
    }

    void lock(boolean lock) {
        locked = lock;
    }

    /** The key comes before everything, a malformed body included. */
    void authenticate(Exchange exchange) {
        String sent = exchange.header("Authorization").orElse("");
        if (!sent.equals("Bearer " + squared.apiKey()) && !sent.equals("Bearer " + viewerApiKey)) {
            throw new Refusal(squared.error(401));
        }
        if (locked) {
            throw new Refusal(SquaredErrors.locked(exchange));
        }
    }

    /** The server reads as much of the header as is a number. */
    void enterWorkspace(Exchange exchange) {
        String sent = exchange.header("Workspace-Id").orElse("");
        if (sent.isEmpty() || SquaredPage.leadingNumber(sent) != workspaceId) {
            throw new Refusal(SquaredErrors.badRequest("Workspace not found"));
        }
    }

    void permitChanges(Exchange exchange) {
        if (exchange.header("Authorization").orElse("").endsWith(viewerApiKey)) {
            throw new Refusal(squared.error(403));
        }
    }
}
