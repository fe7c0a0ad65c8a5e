package dev.connectioncheck.temporal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Where a check stands, in the form in which the engine keeps it. Immutable; holds no secret. */
final class CheckState {
    private static final String NEXT = "next";
    private static final String STARTED = "started";
    private static final String PAUSE = "pause";
    private static final String WHY = "why";
    private static final String REFUSALS = "refusals";
    private static final String TOKEN = "token";
    private static final String VERDICT = "verdict";

    private final Fields fields;

    private CheckState(Fields fields) {
        this.fields = fields;
    }

    static CheckState asked(ConnectionRef ref, DurableOptions options) {
        return new CheckState(optionsOf(options)
                .with("vendor", ref.vendor())
                .with("id", ref.id())
                .with(NEXT, Next.START));
    }

    static CheckState of(Map<String, ?> map) {
        return new CheckState(Fields.of(map));
    }

    /** What a sweep passes on to each of its checks. */
    static Fields optionsOf(DurableOptions options) {
        return Fields.none()
                .with("timeout", options.timeout().toString())
                .with("heartbeatTimeout", options.heartbeatTimeout().toString())
                .with("lostStart", options.lostStart());
    }

    static DurableOptions optionsOf(Fields fields) {
        return DurableOptions.builder()
                .timeout(Duration.parse(fields.needed("timeout")))
                .heartbeatTimeout(Duration.parse(fields.needed("heartbeatTimeout")))
                .lostStart(LostStart.valueOf(fields.needed("lostStart")))
                .build();
    }

    ConnectionRef ref() {
        return ConnectionRef.of(fields.needed("vendor"), fields.needed("id"));
    }

    DurableOptions options() {
        return optionsOf(fields);
    }

    Next next() {
        return Next.valueOf(fields.needed(NEXT));
    }

    /** How long the next start is put off; empty if it is due. */
    Optional<Duration> pause() {
        return fields.text(PAUSE).map(Duration::parse);
    }

    /** Which attempt of the next start sends it, and is the last: one that is put off waits in the first. */
    int startingAttempt() {
        return pause().isPresent() ? 2 : 1;
    }

    /** Why the start was put off, for whoever looks at the engine. */
    String why() {
        return fields.text(WHY).orElse("");
    }

    /** How often its start was put off. */
    int refusals() {
        return fields.number(REFUSALS);
    }

    String token() {
        return fields.needed(TOKEN);
    }

    Optional<StoredVerdict> verdict() {
        return fields.part(VERDICT).map(StoredVerdict::of);
    }

    /** When a worker first took it; empty before that, or if that worker died. */
    Optional<Instant> started() {
        return fields.text(STARTED).map(Instant::parse);
    }

    /** How much of the timeout is left; may be negative. */
    Duration left(Instant now) {
        Instant deadline = started().orElse(now).plus(options().timeout());
        return Duration.between(now, deadline);
    }

    CheckState startedAt(Instant time) {
        return started().isPresent() ? this : with(STARTED, time.toString());
    }

    CheckState accepted(String token) {
        return next(Next.POLL).with(TOKEN, token);
    }

    CheckState putOff(Duration pause, String why) {
        return next(Next.START).with(PAUSE, pause.toString()).with(WHY, why).with(REFUSALS, refusals() + 1);
    }

    /** Nobody knows whether the vendor has begun it. */
    CheckState lost(Instant noticed) {
        return startedAt(noticed).next(Next.RECORD);
    }

    CheckState startAgain() {
        return next(Next.START);
    }

    CheckState unrecorded(StoredVerdict verdict) {
        return next(Next.RECORD).with(VERDICT, verdict.toMap());
    }

    /** Nothing but the verdict is needed any more. */
    CheckState done(StoredVerdict verdict) {
        return new CheckState(Fields.none().with(NEXT, Next.DONE).with(VERDICT, verdict.toMap()));
    }

    Map<String, Object> toMap() {
        return fields.toMap();
    }

    private CheckState with(String name, Object value) {
        return new CheckState(fields.with(name, value));
    }

    private CheckState next(Next next) {
        return new CheckState(fields.with(PAUSE, null).with(WHY, null).with(NEXT, next));
    }

    /** The step that comes next. */
    enum Next {
        START,
        POLL,
        RECORD,
        DONE
    }
}
