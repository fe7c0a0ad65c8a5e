package dev.connectioncheck.datafold;

import dev.connectioncheck.spi.VendorTarget;
import java.util.Optional;

/**
 * Names a saved data source that Datafold is to check. Immutable.
 *
 * <p>What {@code PASSED} is worth: that the step which connects passed, and that those which look at the schemas passed
 * or were skipped. It says nothing of a step that was skipped, nor of lineage.
 */
public final class DatafoldTarget extends VendorTarget<DatafoldTarget> {
    static final String VENDOR = "datafold";
    static final String KIND = "data source";

    static final long LEAST_ID = 1;

    private final long dataSource;

    private DatafoldTarget(long dataSource, Label label) {
        super(label);
        this.dataSource = dataSource;
    }

    /**
     * Names a data source.
     *
     * @param id its id, as in the address of its page
     * @return a target
     * @throws IllegalArgumentException if the id is less than 1
     */
    public static DatafoldTarget dataSource(long id) {
        if (id < LEAST_ID) {
            throw new IllegalArgumentException("The data source's id must be 1 or more, but is " + id + ".");
        }
        return new DatafoldTarget(id, Label.none());
    }

    long dataSource() {
        return dataSource;
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    /**
     * Returns what Datafold calls its connections.
     *
     * @return {@code data source}
     */
    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<String> id() {
        return Optional.of(Long.toString(dataSource));
    }

    @Override
    protected DatafoldTarget withLabel(Label label) {
        return new DatafoldTarget(dataSource, label);
    }

    @Override
    protected Object identity() {
        return dataSource;
    }
}
