package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.contract.Canary;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MarkerFactory;
import org.slf4j.event.Level;

/** Proves that what the SDK logs through SLF4J is heard; else no log could be found to show a secret. */
class ListeningLoggerTest {
    private static final String NAME = "a.logger";

    private final String secret = Canary.secret("logged");
    private int before;

    @BeforeEach
    void count() {
        before = Canary.leaks().size();
    }

    @ParameterizedTest
    @EnumSource
    void everyLevelIsHeard(Level level) {
        logger(NAME).atLevel(level).log("it is " + secret);

        assertThat(heard()).containsExactly(NAME + ": it is " + secret);
    }

    @Test
    void theSdkItselfIsHeard() {
        CheckOptions options = CheckOptions.builder()
                .listener(new CheckListener() {
                    @Override
                    public void onStart(CheckTarget target) {
                        throw new IllegalStateException("a listener that throws is logged");
                    }
                })
                .build();
        long events = Canary.events();
        try (Bench bench = Bench.of(Vendors.artie());
                ConnectionChecker checker = bench.checker(options)) {
            assertThat(checker.check(bench.target(Behavior.passes())).passed()).isTrue();
        }
        assertThat(Canary.events()).isGreaterThan(events);
        assertThat(heard()).isEmpty();
    }

    @Test
    void argumentsMarkersAndExceptionsAreHeard() {
        Logger logger = logger(NAME);
        logger.warn("it is {}", secret);
        logger.warn("it failed", new IllegalStateException(new IllegalArgumentException(secret)));
        logger.info(MarkerFactory.getMarker("confidential"), "it is {} and {}", "one", secret);

        assertThat(heard()).hasSize(3).allSatisfy(event -> assertThat(event).contains(secret));
    }

    private static Logger logger(String name) {
        return LoggerFactory.getLogger(name);
    }

    private List<String> heard() {
        List<String> all = Canary.leaks();
        return all.subList(before, all.size());
    }
}
