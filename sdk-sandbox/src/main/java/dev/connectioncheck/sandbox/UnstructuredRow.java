package dev.connectioncheck.sandbox;

import java.util.List;
import java.util.Objects;

/**
 * Describes a connector saved at Unstructured.
 *
 * <p>Immutable; every method returns a new value.
 */
public final class UnstructuredRow extends SavedRow<UnstructuredRow> {
    private final String kind;
    private final String type;
    private final List<UnstructuredAnswer> polls;

    private UnstructuredRow(Common common, String kind, String type, List<UnstructuredAnswer> polls) {
        super(common);
        this.kind = kind;
        this.type = Objects.requireNonNull(type, "type");
        this.polls = List.copyOf(polls);
    }

    /**
     * Describes a source.
     *
     * @param type the vendor's word, for example {@code s3}; any text, for the vendor's list grows
     * @return the row
     */
    public static UnstructuredRow source(String type) {
        return new UnstructuredRow(Common.PLAIN, "source", type, List.of());
    }

    /**
     * Describes a destination.
     *
     * @param type as for {@link #source}
     * @return the row
     */
    public static UnstructuredRow destination(String type) {
        return new UnstructuredRow(Common.PLAIN, "destination", type, List.of());
    }

    /**
     * Scripts the answers to the polls after each start.
     *
     * @param answers in order, the last one for ever, instead of the behaviour's verdict; its faults still strike. An
     *     answer about an older check is there before the first start too
     * @return the changed row
     */
    public UnstructuredRow polls(UnstructuredAnswer... answers) {
        return new UnstructuredRow(common(), kind, type, List.of(answers));
    }

    String kind() {
        return kind;
    }

    String type() {
        return type;
    }

    List<UnstructuredAnswer> polls() {
        return polls;
    }

    @Override
    UnstructuredRow with(Common changed) {
        return new UnstructuredRow(changed, kind, type, polls);
    }

    @Override
    public String toString() {
        return kind + " " + nameOr(type) + " " + behavior();
    }
}
