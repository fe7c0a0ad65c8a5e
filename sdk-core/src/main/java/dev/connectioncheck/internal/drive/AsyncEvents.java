package dev.connectioncheck.internal.drive;

import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import java.io.IOException;

/**
 * What an {@link AsyncRun} is told of the one thing that it has pending. Each names that thing; a late one is ignored.
 */
interface AsyncEvents {
    default void answered(Stoppable call, Answer answer) {}

    default void failed(Stoppable call, IOException failure, Attempt attempt) {}

    default void returned(Stoppable stage, Object value) {}

    default void threw(Stoppable stage, Throwable error) {}

    void woke(Stoppable pause);
}
