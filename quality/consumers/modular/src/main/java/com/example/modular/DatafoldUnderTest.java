package com.example.modular;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldRow;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.sandbox.contract.CheckOperation;
import dev.connectioncheck.sandbox.contract.StandIn;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import dev.connectioncheck.spi.VendorClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Describes Datafold's module to the contract kit, as the author of a vendor module would. */
final class DatafoldUnderTest implements VendorUnderTest {
    @Override
    public String vendor() {
        return "datafold";
    }

    @Override
    public List<CheckOperation> operations() {
        return List.of(
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
                        true));
    }

    @Override
    public StandIn start(Setup setup) {
        Sandbox.Builder builder = Sandbox.builder().time(setup.time());
        setup.tls().ifPresent(builder::tls);
        if (setup.http2()) {
            builder.http2();
        }
        Sandbox sandbox = builder.build();
        sandbox.datafold().useApiKey(setup.apiKey());
        return new SandboxStandIn(sandbox);
    }

    @Override
    public List<CheckOperation> listOperations() {
        return List.of(new CheckOperation(
                "list", Phase.LIST, "GET", Pattern.compile("/api/v1/data_sources"), Resend.ALWAYS, false, false));
    }

    /** The list is a bare array, of which an empty one is an answer. */
    @Override
    public boolean saysNothingIsThere(CheckOperation list, String fault) {
        return fault.equals("200 []");
    }

    @Override
    public boolean sendsSettings(Phase struck) {
        return false;
    }

    private static final class SandboxStandIn implements StandIn {
        private final Sandbox sandbox;

        SandboxStandIn(Sandbox sandbox) {
            this.sandbox = sandbox;
        }

        @Override
        public String baseUrl() {
            return sandbox.datafold().baseUrl();
        }

        @Override
        public CheckTarget target(Phase struck, Behavior behavior, String secret) {
            return DatafoldTarget.dataSource(sandbox.datafold().dataSource(behavior));
        }

        @Override
        public List<String> fill(IntFunction<Optional<Fault>> faults, String secret) {
            sandbox.datafold().at(Phase.LIST, faults);
            Map<String, Object> settings = new HashMap<>(sandbox.datafold().settings(Behavior.passes()));
            settings.put("password", secret);
            return Stream.of(DatafoldRow.of("pg"), DatafoldRow.of("snowflake").paused(), DatafoldRow.of("pg").inaccessible())
                    .map(row -> String.valueOf(sandbox.datafold().add(row.settings(settings))))
                    .toList();
        }

        @Override
        public VendorClient client(Consumer<ClientBuilder<?>> settings) {
            DatafoldClient.Builder builder = DatafoldClient.builder();
            settings.accept(builder);
            return builder.build();
        }

        @Override
        public List<SandboxRequest> requests() {
            return sandbox.datafold().requests();
        }

        @Override
        public void close() {
            sandbox.close();
        }
    }
}
