package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Connection;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.VendorClient;
import java.util.List;
import java.util.Optional;

/** An account of another vendor, which is well while the one beside it is struck. */
final class Bystander implements VendorClient {
    static final String VENDOR = "bystander";
    private static final Connection ROW = Connection.builder(VENDOR, "source", "1")
            .name("well")
            .type("well")
            .notCheckable("It only stands by.")
            .build();

    /** Tells whether an inventory has its row, and no error of its own. */
    static boolean isWholeIn(Inventory inventory) {
        return inventory.connections().contains(ROW)
                && inventory.errors().stream().noneMatch(error -> error.vendor().equals(VENDOR));
    }

    @Override
    public Optional<ApiCall<ConnectionPage>> connections() {
        return Optional.of(ApiCall.of(ConnectionPage.last(List.of(ROW))));
    }

    @Override
    public CheckProtocol<?> checks() {
        return new Checks();
    }

    private record Target() implements CheckTarget {
        @Override
        public String vendor() {
            return VENDOR;
        }
    }

    private static final class Checks implements CheckProtocol<Target> {
        @Override
        public String vendor() {
            return VENDOR;
        }

        @Override
        public Class<Target> targetType() {
            return Target.class;
        }

        @Override
        public ApiCall<Progress> start(Target target) {
            return ApiCall.of(Progress.passed());
        }
    }
}
