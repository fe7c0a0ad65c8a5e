package dev.connectioncheck.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionGaugesTest {
    private final MeterRegistry registry = new SimpleMeterRegistry();

    static Stream<Arguments> standings() {
        return Stream.of(
                Arguments.of(Verdict.PASSED, 1.0),
                Arguments.of(Verdict.FAILED, 0.0),
                Arguments.of(Verdict.INCONCLUSIVE, -1.0),
                Arguments.of(null, -1.0));
    }

    @ParameterizedTest
    @MethodSource("standings")
    void theStatusIsANumber(@Nullable Verdict verdict, double number) {
        ConnectionGauges.of(List.of(connection(verdict, Duration.ZERO))).bindTo(registry);

        assertThat(gauge("connectioncheck.status")).isEqualTo(number);
    }

    @Test
    void theAgeIsInSecondsAndNotANumberBeforeTheFirstCheck() {
        ConnectionGauges.of(List.of(connection(Verdict.PASSED, Duration.ofMillis(1500))))
                .bindTo(registry);
        assertThat(gauge("connectioncheck.last.age")).isEqualTo(1.5);

        MeterRegistry other = new SimpleMeterRegistry();
        ConnectionGauges.of(List.of(connection(null, null))).bindTo(other);
        assertThat(other.get("connectioncheck.last.age").gauge().value()).isNaN();
    }

    private double gauge(String name) {
        return registry.get(name)
                .tag("connectioncheck.vendor", "datafold")
                .tag("connectioncheck.connection", "warehouse")
                .gauge()
                .value();
    }

    private static WatchedConnection connection(@Nullable Verdict verdict, @Nullable Duration age) {
        return new WatchedConnection() {
            @Override
            public String name() {
                return "warehouse";
            }

            @Override
            public String vendor() {
                return "datafold";
            }

            @Override
            public Optional<Verdict> verdict() {
                return Optional.ofNullable(verdict);
            }

            @Override
            public Optional<Duration> age() {
                return Optional.ofNullable(age);
            }
        };
    }
}
