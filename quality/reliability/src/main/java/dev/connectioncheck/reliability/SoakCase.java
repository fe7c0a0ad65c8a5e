package dev.connectioncheck.reliability;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Faults;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One random check: a connection of which the truth is known, and perhaps a fault that strikes some of its requests.
 *
 * @param target what to check
 * @param truth what the vendor says if nothing goes wrong
 * @param fault what goes wrong; empty if nothing does
 * @param cancelled whether the caller cancels it
 */
record SoakCase(CheckTarget target, Verdict truth, Optional<Fault> fault, boolean cancelled) {
    private static final int PER_CENT = 100;
    private static final int FAULTY_PER_CENT = 40;
    private static final int CANCELLED_PER_CENT = 2;
    private static final int LONGEST_JOB_MILLIS = 1_000;

    /**
     * What takes seconds of a processor, what happens to be a yes of Artie's, and what spoils a kept connection for the
     * next check on it, whose own truth would then not be known.
     */
    static final Set<String> LEFT_OUT = Set.of(
            "gzip bomb of 1024 MiB",
            "100 MiB of JSON",
            "200000 levels of nesting",
            "never-ending headers",
            "never-ending body",
            "connection closed after the response",
            "content length too short",
            "empty 204",
            "200 {}");

    private static final List<Fault> FAULTS = Stream.concat(
                    Faults.all().stream().filter(fault -> !LEFT_OUT.contains(fault.name())),
                    Stream.of(Fault.hugeJson(5), Fault.gzipBomb(5), Fault.deeplyNested(1_000)))
            .toList();

    static SoakCase random(Sandbox sandbox, RandomGenerator random) {
        Verdict truth = random.nextBoolean() ? Verdict.PASSED : Verdict.FAILED;
        Optional<Fault> fault = random.nextInt(PER_CENT) < FAULTY_PER_CENT
                ? Optional.of(FAULTS.get(random.nextInt(FAULTS.size())))
                : Optional.empty();
        Behavior behavior = truth == Verdict.PASSED ? Behavior.passes() : Behavior.fails("no route to host");
        return new SoakCase(
                target(sandbox, struck(behavior, fault, random), random),
                truth,
                fault,
                random.nextInt(PER_CENT) < CANCELLED_PER_CENT);
    }

    private static Behavior struck(Behavior behavior, Optional<Fault> fault, RandomGenerator random) {
        if (fault.isEmpty()) {
            return behavior;
        }
        Phase phase = List.of(Phase.READ, Phase.START, Phase.POLL).get(random.nextInt(3));
        return switch (random.nextInt(3)) {
            case 0 -> behavior.at(phase, fault.get());
            case 1 -> behavior.at(phase, fault.get(), 1);
            default -> behavior.alternating(phase, fault.get());
        };
    }

    private static CheckTarget target(Sandbox sandbox, Behavior behavior, RandomGenerator random) {
        Behavior slow = behavior.after(Duration.ofMillis(random.nextInt(LONGEST_JOB_MILLIS)));
        return switch (random.nextInt(6)) {
            case 0 -> SquaredTarget.source("Snowflake", sandbox.squared().connection(behavior));
            case 1 -> UnstructuredTarget.source(sandbox.unstructured().source(slow));
            case 2 -> UnstructuredTarget.destination(sandbox.unstructured().destination(behavior));
            case 3 -> DatafoldTarget.dataSource(sandbox.datafold().dataSource(slow));
            case 4 -> ArtieTarget.saved(sandbox.artie().saved(behavior));
            default -> ArtieTarget.unsaved("postgresql", sandbox.artie().unsaved(behavior));
        };
    }

    /** Tells whether the first promise was kept: a verdict is the truth, and its absence has a reason. */
    boolean isKeptBy(@Nullable Verdict verdict, @Nullable Throwable error) {
        if (verdict != null) {
            return verdict == truth || (fault.isPresent() && verdict == Verdict.INCONCLUSIVE);
        }
        if (error instanceof CancellationException) {
            return cancelled;
        }
        return fault.isPresent() ? error instanceof ConnectionCheckException : isLuckless(error);
    }

    /** Tells whether no verdict came though no fault struck: out of time, or the connection spoilt by another check. */
    boolean isLuckless(@Nullable Throwable error) {
        return fault.isEmpty() && (error instanceof CheckTimeoutException || error instanceof TransportException);
    }

    @Override
    public String toString() {
        return target.vendor() + ", " + fault.map(Fault::name).orElse("no fault") + ", truth " + truth;
    }
}
