package dev.connectioncheck.sandbox;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Describes a data source saved at Datafold.
 *
 * <p>Immutable; every method returns a new value. Its settings are the vendor's {@code options}.
 */
public final class DatafoldRow extends SavedRow<DatafoldRow> {
    private final String type;
    private final Access access;
    private final boolean paused;
    private final boolean hidden;
    private final Optional<Tested> lastTest;
    private final List<DatafoldAnswer> polls;

    private DatafoldRow(
            Common common,
            String type,
            Access access,
            boolean paused,
            boolean hidden,
            Optional<Tested> lastTest,
            List<DatafoldAnswer> polls) {
        super(common);
        this.type = Objects.requireNonNull(type, "type");
        this.access = access;
        this.paused = paused;
        this.hidden = hidden;
        this.lastTest = lastTest;
        this.polls = List.copyOf(polls);
    }

    /**
     * Describes a data source.
     *
     * @param type the vendor's word, for example {@code pg} or {@code snowflake}; any text, for the vendor's list grows
     * @return the row: accessible, neither paused nor hidden, never tested
     */
    public static DatafoldRow of(String type) {
        return new DatafoldRow(Common.PLAIN, type, Access.YES, false, false, Optional.empty(), List.of());
    }

    /**
     * Pauses it: lists say so, and it can be tested all the same.
     *
     * @return the changed row
     */
    public DatafoldRow paused() {
        return new DatafoldRow(common(), type, access, true, hidden, lastTest, polls);
    }

    /**
     * Hides it: lists leave it out, who knows its id finds it.
     *
     * @return the changed row
     */
    public DatafoldRow hidden() {
        return new DatafoldRow(common(), type, access, paused, true, lastTest, polls);
    }

    /**
     * Keeps it from the key: lists have it with {@code accessible: false}, and reading and testing it is refused with
     * 403, which nobody has published but follows from the rest.
     *
     * @return the changed row
     */
    public DatafoldRow inaccessible() {
        return new DatafoldRow(common(), type, Access.NO, paused, hidden, lastTest, polls);
    }

    /**
     * Leaves {@code accessible} out of what is said of it, as the API did before 2026; it is accessible.
     *
     * @return the changed row
     */
    public DatafoldRow accessUnsaid() {
        return new DatafoldRow(common(), type, Access.UNSAID, paused, hidden, lastTest, polls);
    }

    /**
     * Says how it was tested last, before anybody tests it here.
     *
     * @param at when
     * @param result the steps; the status of the job is not told again
     * @return the changed row
     */
    public DatafoldRow lastTested(Instant at, DatafoldAnswer result) {
        Tested tested = new Tested(Objects.requireNonNull(at, "at"), Objects.requireNonNull(result, "result"));
        return new DatafoldRow(common(), type, access, paused, hidden, Optional.of(tested), polls);
    }

    /**
     * Scripts the answers to the polls of each job.
     *
     * @param answers in order, the last one for ever, instead of the behaviour's verdict; its faults still strike
     * @return the changed row
     */
    public DatafoldRow polls(DatafoldAnswer... answers) {
        return new DatafoldRow(common(), type, access, paused, hidden, lastTest, List.of(answers));
    }

    String type() {
        return type;
    }

    Access access() {
        return access;
    }

    boolean isPaused() {
        return paused;
    }

    boolean isHidden() {
        return hidden;
    }

    Optional<Tested> lastTest() {
        return lastTest;
    }

    List<DatafoldAnswer> polls() {
        return polls;
    }

    @Override
    DatafoldRow with(Common changed) {
        return new DatafoldRow(changed, type, access, paused, hidden, lastTest, polls);
    }

    @Override
    public String toString() {
        return nameOr(type) + " " + behavior();
    }

    enum Access {
        YES,
        NO,
        UNSAID
    }

    /** A test that has ended. */
    record Tested(Instant at, DatafoldAnswer result) {}
}
