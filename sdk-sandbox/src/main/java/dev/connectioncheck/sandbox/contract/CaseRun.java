package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.spi.VendorClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** Plays one case, with a stand-in, an HTTP client and a time of its own. */
final class CaseRun {
    private final MatrixCase played;
    private final Patience patience;
    private final HurriedTime time = new HurriedTime();
    private final Overheard overheard;
    private final String key = Canary.secret("key");
    private final String password = Canary.secret("password");
    private final VendorUnderTest.Setup setup;
    private boolean tooShort;

    CaseRun(MatrixCase played, Patience patience) {
        this.played = played;
        this.patience = patience;
        this.overheard = new Overheard(patience.rest());
        this.setup =
                new VendorUnderTest.Setup(time, Optional.empty(), played.fault().http2(), key);
    }

    /** Tells whether an attempt was over before its request could be sent, so that nothing was tried. */
    boolean wasTooShort() {
        return tooShort;
    }

    Finding play() throws Exception {
        try (StandIn standIn = played.vendor().start(setup)) {
            CheckTarget target = standIn.target(played.operation().phase(), played.behavior(secrets()), password);
            overheard.add(target);
            try (Origin origin = origin(standIn)) {
                return playAt(origin, standIn, target);
            }
        }
    }

    private Origin origin(StandIn standIn) {
        Origin.Opener opener = played.fault().origin();
        return opener == null ? Origin.of(standIn) : opener.open(played.vendor(), setup);
    }

    private List<String> secrets() {
        return played.vendor().sendsSettings(played.operation().phase()) ? List.of(key, password) : List.of(key);
    }

    private Finding playAt(Origin origin, StandIn standIn, CheckTarget target) throws InterruptedException {
        try (Wiretap tap = new Wiretap(client -> spoken(origin.client().apply(client)), patience.rest());
                ConnectionChecker checker = checker(client(standIn, origin.baseUrl(), tap, played.attempt()))) {
            Optional<String> token = beginsElsewhere() ? Optional.of(started(standIn, target)) : Optional.empty();
            long began = time.nanoTime();
            Caller<CheckResult> caller = Caller.start("caller, " + played, () -> check(checker, tap, target, token));
            Ending<CheckResult> ending = caller.await(patience.end());
            Duration elapsed = Duration.ofNanos(time.nanoTime() - began);
            tooShort = played.fault().silence() == MatrixFault.Silence.ONCE_SENT && tap.hasUnsent(played.operation());
            return finding(new Course(played, ending, elapsed, caller.thread(), tap, time, overheard, origin.strays()));
        }
    }

    private OkHttpClient.Builder spoken(OkHttpClient.Builder client) {
        return played.fault().http2() ? client.protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE)) : client;
    }

    /** A start that must not be struck is made by another client: with patience, and at the right place. */
    private boolean beginsElsewhere() {
        return played.operation().phase() == Phase.POLL
                && (played.fault().isSlow() || played.fault().origin() != null);
    }

    private String started(StandIn standIn, CheckTarget target) {
        try (Wiretap tap = new Wiretap(this::spoken, patience.rest());
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
        tap.drive(time, check::isDone);
        return check.get();
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

    private Finding finding(Course course) throws InterruptedException {
        return new Finding(
                played.vendor().vendor(),
                played.operation().name(),
                played.fault().name(),
                played.mode(),
                played.truth(),
                course.outcome(),
                played.expectation().sends().isPresent()
                        ? OptionalInt.of(course.tap().sends(played.operation()))
                        : OptionalInt.empty(),
                Promises.brokenIn(course));
    }
}
