package dev.connectioncheck.reliability;

import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.contract.CheckOperation;
import dev.connectioncheck.sandbox.contract.StandIn;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The four vendor modules, described to the contract. */
final class Vendors {
    private static final Set<String> BARE_ARRAYS = Set.of("unstructured", "datafold");

    private Vendors() {}

    static List<VendorUnderTest> all() {
        return List.of(squared(), unstructured(), datafold(), artie());
    }

    static VendorUnderTest squared() {
        return new Module(
                "squared",
                List.of(new CheckOperation(
                        "checkConnection",
                        Phase.START,
                        "POST",
                        Pattern.compile("/api/v1/connector_definitions/check_connection"),
                        Resend.UNLESS_SENT,
                        true,
                        false)),
                true,
                Set.of(),
                Vendors::squared);
    }

    static VendorUnderTest unstructured() {
        Pattern path = Pattern.compile("/api/v1/sources/[^/]+/connection-check");
        return new Module(
                "unstructured",
                List.of(
                        new CheckOperation(
                                "createConnectionCheckSources",
                                Phase.START,
                                "POST",
                                path,
                                Resend.UNLESS_PROCESSED,
                                false,
                                true),
                        new CheckOperation(
                                "getConnectionCheckSources", Phase.POLL, "GET", path, Resend.ALWAYS, false, true)),
                false,
                Set.of(),
                Vendors::unstructured);
    }

    static VendorUnderTest datafold() {
        return new Module(
                "datafold",
                List.of(
                        new CheckOperation(
                                "testDataSource",
                                Phase.START,
                                "POST",
                                Pattern.compile("/api/v1/data_sources/[^/]+/test"),
                                Resend.UNLESS_PROCESSED,
                                false,
                                true),
                        new CheckOperation(
                                "getDataSourceTest",
                                Phase.POLL,
                                "GET",
                                Pattern.compile("/api/v1/data_sources/test/[^/]+"),
                                Resend.ALWAYS,
                                false,
                                true)),
                false,
                Set.of(),
                Vendors::datafold);
    }

    static VendorUnderTest artie() {
        return new Module(
                "artie",
                List.of(
                        new CheckOperation(
                                "getConnector",
                                Phase.READ,
                                "GET",
                                Pattern.compile("/connectors/[^/]+"),
                                Resend.ALWAYS,
                                false,
                                true),
                        new CheckOperation(
                                "pingConnector",
                                Phase.START,
                                "POST",
                                Pattern.compile("/connectors/ping"),
                                Resend.ALWAYS,
                                false,
                                false)),
                true,
                // 204 is Artie's yes, and so is 200 without an error (docs/architecture.md, verdicts).
                Set.of("empty 204", "200 {}"),
                Vendors::artie);
    }

    private static SandboxStandIn squared(Sandbox sandbox) {
        return SandboxStandIn.of(
                sandbox,
                sandbox.squared(),
                (struck, behavior, secret) -> SquaredTarget.source(
                        "Snowflake", with(sandbox.squared().sourceSettings("Snowflake", behavior), secret)),
                secret -> Accounts.fill(sandbox.squared(), secret),
                settings -> built(
                        SquaredClient.builder().workspaceId(sandbox.squared().workspaceId()),
                        settings,
                        SquaredClient.Builder::build));
    }

    private static SandboxStandIn unstructured(Sandbox sandbox) {
        return SandboxStandIn.of(
                sandbox,
                sandbox.unstructured(),
                (struck, behavior, secret) ->
                        UnstructuredTarget.source(sandbox.unstructured().source(behavior)),
                secret -> Accounts.fill(sandbox.unstructured(), secret),
                settings -> built(UnstructuredClient.builder(), settings, UnstructuredClient.Builder::build));
    }

    private static SandboxStandIn datafold(Sandbox sandbox) {
        return SandboxStandIn.of(
                sandbox,
                sandbox.datafold(),
                (struck, behavior, secret) ->
                        DatafoldTarget.dataSource(sandbox.datafold().dataSource(behavior)),
                secret -> Accounts.fill(sandbox.datafold(), secret),
                settings -> built(DatafoldClient.builder(), settings, DatafoldClient.Builder::build));
    }

    private static SandboxStandIn artie(Sandbox sandbox) {
        return SandboxStandIn.of(
                sandbox,
                sandbox.artie(),
                (struck, behavior, secret) -> struck == Phase.READ
                        ? ArtieTarget.saved(sandbox.artie().saved(behavior))
                        : ArtieTarget.unsaved("postgresql", with(sandbox.artie().unsaved(behavior), secret)),
                secret -> Accounts.fill(sandbox.artie(), secret),
                settings -> built(ArtieClient.builder(), settings, ArtieClient.Builder::build));
    }

    /** Puts a secret in the place of the password, and deeper down, where nobody expects one. */
    static Map<String, Object> with(Map<String, Object> settings, String secret) {
        Map<String, Object> changed = new HashMap<>(settings);
        changed.put("password", secret);
        changed.put("extra", Map.of("list", List.of(Map.of("private", secret + "\n" + secret))));
        return changed;
    }

    private static <B extends ClientBuilder<B>> VendorClient built(
            B builder, Consumer<ClientBuilder<?>> settings, Function<B, VendorClient> build) {
        settings.accept(builder);
        return build.apply(builder);
    }

    private record Module(
            String vendor,
            List<CheckOperation> operations,
            boolean takesSettings,
            Set<String> yes,
            SandboxStandIn.Picker picker)
            implements VendorUnderTest {
        @Override
        public StandIn start(Setup setup) {
            return SandboxStandIn.start(setup, picker);
        }

        @Override
        public boolean sendsSettings(Phase struck) {
            return takesSettings && struck != Phase.READ;
        }

        @Override
        public boolean saysYes(Phase phase, String fault) {
            return phase == Phase.START && yes.contains(fault);
        }

        @Override
        public List<CheckOperation> listOperations() {
            return Accounts.lists(vendor);
        }

        /** Where a list is a bare array, an empty one is an answer. */
        @Override
        public boolean saysNothingIsThere(CheckOperation list, String fault) {
            return fault.equals("200 []") && BARE_ARRAYS.contains(vendor);
        }

        @Override
        public String toString() {
            return vendor;
        }
    }
}
