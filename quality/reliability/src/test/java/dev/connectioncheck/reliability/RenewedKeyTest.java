package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.contract.CheckOperation;
import dev.connectioncheck.sandbox.contract.StandIn;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A key that is asked for anew after the vendor refused the old one. */
@Timeout(60)
class RenewedKeyTest {
    private static final String KEY = "a-key-that-is-supplied";

    static Stream<Arguments> operations() {
        return Vendors.all().stream()
                .flatMap(vendor -> vendor.operations().stream().map(operation -> Arguments.of(vendor, operation)));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationOfACheckIsSentOnceMoreWithTheNextKey(VendorUnderTest vendor, CheckOperation operation) {
        AtomicInteger asked = new AtomicInteger();
        int struck = operation.phase() == Phase.POLL ? 2 : 1;
        Supplier<String> keys = () -> asked.incrementAndGet() == struck ? "a-key-that-has-expired" : KEY;
        try (StandIn standIn =
                        vendor.start(new VendorUnderTest.Setup(InstantSource.system(), Optional.empty(), false, KEY));
                ConnectionChecker checker = ConnectionChecker.of(
                        standIn.client(builder -> builder.apiKey(keys).baseUrl(standIn.baseUrl())))) {
            CheckTarget target = standIn.target(operation.phase(), Behavior.passes(), "a-password");
            assertThat(checker.check(target).passed()).isTrue();
            assertThat(standIn.requests())
                    .filteredOn(request -> request.method().equals(operation.method())
                            && operation.path().matcher(request.path()).matches())
                    .hasSize(2);
            assertThat(asked).hasValue(standIn.requests().size());
        }
    }
}
