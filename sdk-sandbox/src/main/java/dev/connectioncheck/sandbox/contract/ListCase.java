package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One case: a fault at one of the requests that list an account.
 *
 * @param request its number, from 1; the fault strikes it and all that follow
 * @param slowness how many times longer than usual a silence is waited out
 */
record ListCase(VendorUnderTest vendor, int request, MatrixFault fault, Mode mode, int slowness) {
    static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    private static final Duration SLOW_ATTEMPT = Duration.ofMillis(300);
    private static final int SLOWER = 10;

    /** It strikes the next request on the connection, if that does not notice in time. */
    private static final String CLOSED = Fault.closedAfterwards().name();

    ListCase(VendorUnderTest vendor, int request, MatrixFault fault, Mode mode) {
        this(vendor, request, fault, mode, 1);
    }

    /** The same case with so much time for each attempt that the busiest machine sends its request. */
    ListCase slower() {
        return new ListCase(vendor, request, fault, mode, SLOWER);
    }

    CheckOperation operation() {
        return vendor.listOperations().get(request - 1);
    }

    /** The outcomes that are right, as a finding names them. */
    Set<String> outcomes() {
        if (vendor.saysNothingIsThere(operation(), fault.name())) {
            return Set.of(ListFinding.LESS);
        }
        // A check may make an INCONCLUSIVE of an answer that says nothing, or ask again; a list may not.
        Set<String> ofCheck = rule().outcomes();
        return ofCheck.contains(Verdict.INCONCLUSIVE.name())
                ? Set.of(UnexpectedResponseException.class.getSimpleName())
                : ofCheck.stream().map(ListCase::named).collect(Collectors.toSet());
    }

    private static String named(String outcome) {
        return outcome.equals(Verdict.PASSED.name()) ? ListFinding.WHOLE : outcome;
    }

    /** How often all requests together are sent if it ends so; empty if that hangs on how long pauses happen to be. */
    OptionalInt requests(String outcome) {
        if (fault.name().equals(CLOSED)) {
            return OptionalInt.empty();
        }
        if (outcome.equals(ListFinding.WHOLE) || outcome.equals(ListFinding.LESS)) {
            return OptionalInt.of(vendor.listOperations().size());
        }
        boolean asked = rule().outcomes().contains(Verdict.INCONCLUSIVE.name());
        OptionalInt struck = asked ? OptionalInt.of(1) : rule().sends();
        return struck.isPresent() ? OptionalInt.of(request - 1 + struck.getAsInt()) : struck;
    }

    private Expectation rule() {
        return fault.rule().at(operation(), Verdict.PASSED);
    }

    Duration attempt() {
        return fault.isSlow() ? SLOW_ATTEMPT.multipliedBy(slowness) : ATTEMPT;
    }

    /** What strikes the request of a number. */
    Optional<Fault> strike(int number, String key) {
        return fault.fault() == null || number < request
                ? Optional.empty()
                : Optional.of(fault.fault().apply(List.of(key)));
    }

    @Override
    public String toString() {
        return vendor.vendor() + " " + operation() + ", " + fault.name() + ", " + mode;
    }
}
