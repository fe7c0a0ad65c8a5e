package dev.connectioncheck.junit;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;

/** Tests as users write them; they run in processes that other tests start. */
class SampleConnections {
    private static final String FILE = "connections.yaml";

    private static volatile @Nullable ConnectionChecker shared;

    @AfterAll
    static void theCheckerIsClosed() {
        ConnectionChecker checker = Objects.requireNonNull(shared);
        try {
            checker.checkAll(List.of());
        } catch (IllegalStateException e) {
            System.out.println("The shared checker is closed.");
        }
    }

    @ConnectionsSource(FILE)
    void works() {}

    @ConnectionsSource(value = FILE, tags = "nightly", undetermined = Undetermined.FAILS)
    void worksAtNight(CheckResult result, CheckTarget target, ConnectionChecker checker) {
        shared = checker;
        throw new IllegalStateException("called for " + target.name().orElseThrow() + ", which " + result.verdict()
                + ", with an open checker: " + checker.check(target).passed());
    }

    @ConnectionsSource(value = "classpath:" + FILE, tags = "weekly")
    void worksEveryWeek() {}

    @ConnectionsSource(value = FILE, tags = "all")
    void everyRow() {}

    @ConnectionsSource(value = FILE, tags = "toys")
    void ofSomebodyElse() {}

    @ConnectionsSource("none.yaml")
    void hasNoFile() {}

    @ConnectionsSource("classpath:none.yaml")
    void hasNoResource() {}
}
