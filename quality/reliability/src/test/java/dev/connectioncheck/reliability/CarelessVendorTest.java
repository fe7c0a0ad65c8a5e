package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.sandbox.contract.CheckOperation;
import dev.connectioncheck.sandbox.contract.FaultMatrix;
import dev.connectioncheck.sandbox.contract.Finding;
import dev.connectioncheck.sandbox.contract.StandIn;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.VendorClient;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Makes sure that the matrix finds what it looks for. */
class CarelessVendorTest {
    @Test
    void aVendorThatShowsItsKeyAndIsNotSentAgainAsItSaysIsFoundOut() throws InterruptedException {
        List<Finding> findings = FaultMatrix.play(List.of(new Careless()), 8);
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.problems())
                        .anySatisfy(problem -> assertThat(problem).startsWith("shows a secret: client of CANARYkey")));
        assertThat(findings)
                .filteredOn(finding -> finding.fault().equals("reset before headers"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.problems()).contains("was sent 1 times, not 3"));
        assertThat(findings)
                .filteredOn(finding -> finding.fault().equals("empty 200"))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.problems())
                        .anySatisfy(problem -> assertThat(problem).contains("not with any of [PASSED]")));
    }

    /** Datafold's module, wrongly described, with a client that shows the key. */
    private static final class Careless implements VendorUnderTest {
        private final VendorUnderTest careful = Vendors.datafold();

        @Override
        public String vendor() {
            return careful.vendor();
        }

        @Override
        public List<CheckOperation> operations() {
            CheckOperation start = careful.operations().get(0);
            return List.of(new CheckOperation(
                    start.name(), start.phase(), start.method(), start.path(), Resend.ALWAYS, false, true));
        }

        @Override
        public StandIn start(Setup setup) {
            return new CarelessStandIn(careful.start(setup), setup.apiKey());
        }

        @Override
        public boolean sendsSettings(Phase struck) {
            return false;
        }

        @Override
        public boolean saysYes(Phase phase, String fault) {
            return fault.equals("empty 200");
        }
    }

    private record CarelessStandIn(StandIn careful, String key) implements StandIn {
        @Override
        public String baseUrl() {
            return careful.baseUrl();
        }

        @Override
        public CheckTarget target(Phase struck, Behavior behavior, String secret) {
            return careful.target(struck, behavior, secret);
        }

        @Override
        public VendorClient client(Consumer<ClientBuilder<?>> settings) {
            VendorClient client = careful.client(settings);
            return new VendorClient() {
                @Override
                public CheckProtocol<?> checks() {
                    return client.checks();
                }

                @Override
                public String toString() {
                    return "client of " + key;
                }
            };
        }

        @Override
        public List<SandboxRequest> requests() {
            return careful.requests();
        }

        @Override
        public void close() {
            careful.close();
        }
    }
}
