package dev.connectioncheck.temporal;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How far a sweep is, in the form in which the engine keeps it. Immutable. */
final class SweepState {
    private static final String NAME = "name";
    private static final String VENDOR = "vendor";
    private static final String AT_ONCE = "atOnce";
    private static final String PER_RUN = "perRun";
    private static final String OPTIONS = "options";
    private static final String CURSOR = "cursor";
    private static final String REFS = "refs";
    private static final String COUNTS = "counts";

    private final Fields fields;

    private SweepState(Fields fields) {
        this.fields = fields;
    }

    static SweepState asked(Sweep sweep) {
        return new SweepState(Fields.none()
                .with(NAME, sweep.name())
                .with(VENDOR, sweep.vendor())
                .with(AT_ONCE, sweep.atOnce())
                .with(PER_RUN, sweep.perRun())
                .with(OPTIONS, CheckState.optionsOf(sweep.options()).toMap()));
    }

    static SweepState of(Map<String, ?> map) {
        return new SweepState(Fields.of(map));
    }

    String name() {
        return fields.needed(NAME);
    }

    int atOnce() {
        return fields.number(AT_ONCE);
    }

    /** Carried along, so that another release may choose another number. */
    int perRun() {
        return fields.number(PER_RUN);
    }

    Optional<String> cursor() {
        return fields.text(CURSOR);
    }

    /** The connections of the page that was read last. */
    List<ConnectionRef> refs() {
        return fields.texts(REFS).stream()
                .map(id -> ConnectionRef.of(fields.needed(VENDOR), id))
                .toList();
    }

    CheckState check(ConnectionRef ref) {
        return CheckState.asked(ref, CheckState.optionsOf(fields.part(OPTIONS).orElseThrow()));
    }

    SweepSummary summary() {
        return SweepSummary.of(fields.part(COUNTS).orElse(Fields.none()));
    }

    /** Takes in a page; one with connections of another vendor is a mistake that no retry heals. */
    SweepState read(ConnectionPage page) {
        String vendor = fields.needed(VENDOR);
        if (page.refs().stream().anyMatch(ref -> !ref.vendor().equals(vendor))) {
            throw Trouble.mistake(
                    "A page of the sweep " + name() + " has connections of other vendors than " + vendor + ".");
        }
        List<String> ids = page.refs().stream().map(ConnectionRef::id).toList();
        return new SweepState(fields.with(REFS, ids).with(CURSOR, page.next().orElse(null)));
    }

    /** Drops the page, which has been checked. */
    SweepState checked(SweepSummary summary) {
        return new SweepState(
                fields.with(REFS, null).with(COUNTS, summary.toFields().toMap()));
    }

    Map<String, Object> toMap() {
        return fields.toMap();
    }
}
