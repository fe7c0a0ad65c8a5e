package dev.connectioncheck.datafold;

import dev.connectioncheck.CheckTarget;

/**
 * Names a saved data source that Datafold is to check. Immutable.
 *
 * @param id the data source's id
 */
public record DatafoldTarget(long id) implements CheckTarget {
    static final String VENDOR = "datafold";

    /**
     * Names a data source.
     *
     * @throws IllegalArgumentException if the id is less than 1
     */
    public DatafoldTarget {
        if (id < 1) {
            throw new IllegalArgumentException("The data source's id must be 1 or more, but is " + id + ".");
        }
    }

    /**
     * Names a data source.
     *
     * @param id its id, as in the address of its page
     * @return a target
     * @throws IllegalArgumentException if the id is less than 1
     */
    public static DatafoldTarget dataSource(long id) {
        return new DatafoldTarget(id);
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    @Override
    public String toString() {
        return "data source " + id;
    }
}
