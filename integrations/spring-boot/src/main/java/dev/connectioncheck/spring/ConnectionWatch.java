package dev.connectioncheck.spring;

import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.DoubleSupplier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Checks all connections when the application has started, and again and again until it stops. It holds no thread: the
 * timer only begins a round. Its lock guards what runs.
 */
final class ConnectionWatch implements SmartLifecycle {
    private static final Log LOG = LogFactory.getLog(ConnectionWatch.class);
    private static final double SPREAD = 0.1;

    private final ConnectionMonitor monitor;
    private final Duration interval;
    private final TimeSource time;
    private final DoubleSupplier random;
    private boolean isRunning;
    private TimeSource.@Nullable Timer timer;

    /** @param random gives numbers from 0 to 1 */
    ConnectionWatch(ConnectionMonitor monitor, Duration interval, TimeSource time, DoubleSupplier random) {
        this.monitor = monitor;
        this.interval = interval;
        this.time = time;
        this.random = random;
    }

    @Override
    public void start() {
        synchronized (this) {
            if (isRunning) {
                return;
            }
            isRunning = true;
        }
        round();
    }

    private void round() {
        synchronized (this) {
            if (!isRunning) {
                return;
            }
            timer = time.schedule(this::round, pause());
        }
        try {
            CompletableFuture<?> unused = monitor.checkAll();
        } catch (RuntimeException e) {
            // Without the message, which others wrote.
            LOG.warn("A round of checks could not begin: " + e.getClass().getName());
        }
    }

    /** Spreads the instances of a service, which start together, over time. */
    private long pause() {
        return (long) (interval.toNanos() * (1 - SPREAD + 2 * SPREAD * random.getAsDouble()));
    }

    /** Begins no more rounds; what is under way ends by itself, or with the checker. */
    @Override
    public synchronized void stop() {
        isRunning = false;
        if (timer != null) {
            timer.cancel();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return isRunning;
    }
}
