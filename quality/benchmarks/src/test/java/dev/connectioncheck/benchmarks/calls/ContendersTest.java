package dev.connectioncheck.benchmarks.calls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.benchmarks.server.VendorServer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every contender asks the vendor for each check, and no oftener. */
class ContendersTest {
    private static final int CHECKS = 5;

    static Stream<Arguments> contenders() {
        return Contenders.NAMES.stream()
                .flatMap(name -> Contenders.VENDORS.stream().map(vendor -> Arguments.of(name, vendor)));
    }

    @ParameterizedTest
    @MethodSource("contenders")
    void eachCheckIsARequest(String name, String vendor) throws Exception {
        VendorServer server = VendorServer.start();
        Contender contender = Contenders.of(name, vendor, server.url());

        for (int check = 0; check < CHECKS; check++) {
            assertThat(contender.check()).isTrue();
        }

        assertThat(server.requests()).isEqualTo(CHECKS);
    }
}
