package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.spi.VendorClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** Plays one case, with a stand-in, an HTTP client and a time of its own. */
final class CaseRun {
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final MatrixCase played;
    private final HurriedTime time = new HurriedTime();
    private final Overheard overheard = new Overheard();
    private final String key = Canary.secret("key");
    private final String password = Canary.secret("password");
    private final VendorUnderTest.Setup setup;

    CaseRun(MatrixCase played) {
        this.played = played;
        this.setup = new VendorUnderTest.Setup(time, Optional.empty(), key);
    }

    Finding play() throws Exception {
        try (StandIn standIn = played.vendor().start(setup)) {
            CheckTarget target = standIn.target(played.operation().phase(), played.behavior(secrets()), password);
            overheard.add(target);
            Origin.Opener opener = played.fault().origin();
            if (opener == null) {
                return playAt(standIn.baseUrl(), UnaryOperator.identity(), standIn, target);
            }
            try (Origin origin = opener.open(played.vendor(), setup)) {
                return playAt(origin.baseUrl(), origin.client(), standIn, target);
            }
        }
    }

    private List<String> secrets() {
        return played.vendor().sendsSettings(played.operation().phase()) ? List.of(key, password) : List.of(key);
    }

    private Finding playAt(
            String baseUrl, UnaryOperator<okhttp3.OkHttpClient.Builder> settings, StandIn standIn, CheckTarget target)
            throws Exception {
        try (Wiretap tap = new Wiretap(settings);
                ConnectionChecker checker = checker(client(standIn, baseUrl, tap, played.attempt()))) {
            Optional<String> token = beginsElsewhere() ? Optional.of(started(standIn, target)) : Optional.empty();
            long began = time.nanoTime();
            Ending ending = Ending.of(() -> check(checker, tap, target, token));
            Duration elapsed = Duration.ofNanos(time.nanoTime() - began);
            return judge(ending, elapsed, tap);
        }
    }

    /** A start that must not be struck is made by another client: with patience, and at the right place. */
    private boolean beginsElsewhere() {
        return played.operation().phase() == Phase.POLL
                && (played.fault().slow() || played.fault().origin() != null);
    }

    private String started(StandIn standIn, CheckTarget target) {
        try (Wiretap tap = new Wiretap(UnaryOperator.identity());
                ConnectionChecker checker = checker(client(standIn, standIn.baseUrl(), tap, Duration.ofSeconds(30)))) {
            return checker.start(target, CheckOptions.defaults()).token().orElseThrow();
        }
    }

    private CheckResult check(ConnectionChecker checker, Wiretap tap, CheckTarget target, Optional<String> token)
            throws Exception {
        Optional<RunningCheck> running = token.map(checker::resume);
        if (played.mode() == Mode.BLOCKING) {
            return running.isPresent() ? running.get().await() : checker.check(target);
        }
        CompletableFuture<CheckResult> check =
                running.isPresent() ? running.get().awaitAsync() : checker.checkAsync(target);
        return drive(check, tap).get();
    }

    /** Lets time leap whenever nothing is on the wire. */
    private CompletableFuture<CheckResult> drive(CompletableFuture<CheckResult> check, Wiretap tap)
            throws InterruptedException {
        long stuck = System.nanoTime() + played.deadline().plus(STUCK).toNanos();
        while (!check.isDone() && System.nanoTime() < stuck) {
            if (tap.isIdle()) {
                time.skipToNextTask();
            } else {
                time.runDueTasks();
                tap.awaitIdle();
            }
        }
        if (!check.isDone()) {
            throw new IllegalStateException("the check is stuck");
        }
        return check;
    }

    private VendorClient client(StandIn standIn, String baseUrl, Wiretap tap, Duration attempt) {
        VendorClient client = standIn.client(builder -> overheard.add(builder.apiKey(key)
                .baseUrl(baseUrl)
                .httpClient(tap.client())
                .attemptTimeout(attempt)
                .timeSource(time)));
        overheard.add(client);
        return client;
    }

    private ConnectionChecker checker(VendorClient client) {
        CheckOptions options = CheckOptions.builder()
                .timeout(played.deadline())
                .listener(overheard)
                .build();
        overheard.add(options);
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(client)
                .timeSource(time)
                .defaultOptions(options)
                .build();
        overheard.add(checker);
        return checker;
    }

    private Finding judge(Ending ending, Duration elapsed, Wiretap tap) throws InterruptedException {
        Expectation expected = played.expectation();
        int sends = tap.sends(played.operation());
        List<String> problems = new ArrayList<>(Promises.neverWrong(played, ending, overheard));
        if (expected.sends().isPresent() && expected.sends().getAsInt() != sends) {
            problems.add("was sent " + sends + " times, not " + expected.sends().getAsInt());
        }
        problems.addAll(Promises.neverStuck(played, elapsed, tap, time));
        problems.addAll(Promises.neverLeaking(ending, overheard));
        return new Finding(
                played.vendor().vendor(),
                played.operation().name(),
                played.fault().name(),
                played.mode(),
                played.truth(),
                ending.name(),
                expected.sends().isPresent() ? OptionalInt.of(sends) : OptionalInt.empty(),
                problems);
    }
}
