package dev.connectioncheck.internal.drive;

import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what has to be ended although something in it, perhaps a user's, throws. */
final class Quietly {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connectioncheck");

    private Quietly() {}

    /** Stops something; what it throws is logged. */
    static void stop(Stoppable stoppable) {
        run("stopping a call", stoppable::stop);
    }

    /** Runs a task on an executor, or, if that takes no task, at once. */
    static void execute(Executor executor, Runnable task) {
        try {
            executor.execute(task);
        } catch (Throwable e) {
            task.run();
        }
    }

    static void run(String what, Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            logged(what, e);
        }
    }

    /** Logs the class alone: the message may be a user's and hold anything. */
    static void logged(String what, Throwable thrown) {
        LOG.warn("{} threw {}; it goes on without it.", what, thrown.getClass().getName());
    }
}
