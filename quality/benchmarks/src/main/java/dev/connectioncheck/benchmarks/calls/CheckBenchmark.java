package dev.connectioncheck.benchmarks.calls;

import dev.connectioncheck.benchmarks.Jvm;
import dev.connectioncheck.benchmarks.server.ServerProcess;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One check over a kept-alive connection on loopback, by each contender. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(3)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@State(Scope.Benchmark)
public class CheckBenchmark {
    /** One of {@link Contenders#NAMES}. */
    @Param({"ours", "by hand", "okhttp-gson", "native"})
    public String contender = "";

    /** One of {@link Contenders#VENDORS}. */
    @Param({"artie", "squared"})
    public String vendor = "";

    private @Nullable ServerProcess server;
    private Contender check = () -> false;
    private long made;

    /** Starts the server. */
    @Setup(Level.Trial)
    public void start() {
        ServerProcess started = ServerProcess.start(Jvm.ours());
        server = started;
        check = Contenders.of(contender, vendor, started.url());
    }

    /** Ends the server, which has to have heard of each check. */
    @TearDown(Level.Trial)
    public void stop() {
        try (ServerProcess asked = Objects.requireNonNull(server)) {
            asked.requests().requireAtLeast(contender, made);
        }
    }

    /**
     * Makes one check.
     *
     * @return that the connection works
     * @throws Exception if there is no verdict
     */
    @Benchmark
    public boolean check() throws Exception {
        if (!check.check()) {
            throw new IllegalStateException("The check did not pass.");
        }
        made++;
        return true;
    }
}
