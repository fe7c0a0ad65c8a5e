package dev.connectioncheck.cli.terminal;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.cli.report.Plain;
import dev.connectioncheck.cli.report.Width;
import java.io.PrintStream;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Keeps one line of a terminal up to date: how many checks are done, and which one has been running for longest.
 * Thread-safe; locks itself.
 */
public final class LiveProgress implements Progress {
    /** Below this many columns a line says too little. */
    public static final int LEAST_COLUMNS = 40;

    private static final String CLEAR_LINE = "\r\u001b[K";
    private static final long REFRESH_MILLIS = 200;

    private final PrintStream err;
    private final int columns;
    private final String mark;
    private final LongSupplier nanoTime;
    private final Set<Running> running = new LinkedHashSet<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(LiveProgress::daemon);
    private int total;
    private int done;
    private boolean isClosed;

    /** Shows a line from now on, on a terminal of this many columns. */
    public LiveProgress(PrintStream err, int columns, String mark, LongSupplier nanoTime) {
        this.err = err;
        this.columns = columns;
        this.mark = mark;
        this.nanoTime = nanoTime;
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "connection-check-progress");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void total(int checks) {
        total = checks;
        var unused = ticker.scheduleAtFixedRate(this::draw, 0, REFRESH_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public CheckListener forCheck(CheckTarget target) {
        return new Running(target);
    }

    /** Draws the line with the time gone by. */
    synchronized void draw() {
        if (!isClosed) {
            // The last column stays free: some terminals begin a new line when it is written.
            err.print(CLEAR_LINE + Width.cut(line(), columns - 1, mark));
            err.flush();
        }
    }

    private String line() {
        String counts = "[" + done + "/" + total + "]";
        if (running.isEmpty()) {
            return counts;
        }
        Running oldest = running.iterator().next();
        long seconds = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - oldest.began);
        String others = running.size() == 1 ? "" : " (+" + (running.size() - 1) + ")";
        return counts + " " + seconds + " s" + others + " " + oldest.name() + ": " + oldest.status;
    }

    @Override
    public synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        ticker.shutdownNow();
        err.print(CLEAR_LINE);
        err.flush();
    }

    /** One check on its way. Guarded by the progress it belongs to. */
    private final class Running implements CheckListener {
        private final CheckTarget target;
        private long began;
        private String status = "asking";

        Running(CheckTarget target) {
            this.target = target;
        }

        String name() {
            return Plain.line(target.name().orElseGet(target::toString));
        }

        @Override
        public void onStart(CheckTarget target) {
            synchronized (LiveProgress.this) {
                began = nanoTime.getAsLong();
                running.add(this);
                draw();
            }
        }

        @Override
        public void onStatusChange(CheckTarget target, String status) {
            synchronized (LiveProgress.this) {
                this.status = Plain.line(status);
                draw();
            }
        }

        @Override
        public void onFinish(CheckOutcome outcome) {
            synchronized (LiveProgress.this) {
                running.remove(this);
                done++;
                draw();
            }
        }
    }
}
