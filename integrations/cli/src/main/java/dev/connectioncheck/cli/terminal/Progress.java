package dev.connectioncheck.cli.terminal;

import dev.connectioncheck.CheckListener;

/** Shows how checks get on; is told of every check. */
public interface Progress extends CheckListener, AutoCloseable {
    /** Says how many checks there will be, before the first begins. */
    void total(int checks);

    /** Leaves nothing behind that is not the case any more. */
    @Override
    void close();

    /** Shows nothing. */
    static Progress none() {
        return new Progress() {
            @Override
            public void total(int checks) {}

            @Override
            public void close() {}
        };
    }
}
