package dev.connectioncheck.internal.check;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/** Drives a machine through a time of its own, without I/O, and writes down what it does. */
public final class Simulation {
    public final List<Duration> sends = new ArrayList<>();
    public final List<Duration> pauses = new ArrayList<>();
    public final List<Duration> allowances = new ArrayList<>();

    private final Supplier<Event> events;
    private long now;

    Simulation(Supplier<Event> events) {
        this.events = events;
    }

    /** The last event is repeated for ever. */
    public static Simulation of(Event... script) {
        List<Event> left = new ArrayList<>(List.of(script));
        return new Simulation(() -> left.size() > 1 ? left.remove(0) : left.get(0));
    }

    /** What becomes of a request, after so much time: an answer, or a failure of a request that was sent or not. */
    public record Event(@Nullable Answer answer, @Nullable IOException failure, boolean sent, Duration latency) {
        public Event after(Duration time) {
            return new Event(answer, failure, sent, time);
        }
    }

    public static Event answer(int status, String... headers) {
        return answerOf(status, "{\"id\": \"c1\", \"status\": \"works\"}", headers);
    }

    public static Event running() {
        return answerOf(200, "{\"id\": \"c1\", \"status\": \"running\"}");
    }

    public static Event answerOf(int status, String body, String... headers) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return new Event(new Answer(status, Headers.of(headers), bytes, new Attempt()), null, true, Duration.ZERO);
    }

    public static Event sentInVain(IOException failure) {
        return new Event(null, failure, true, Duration.ZERO);
    }

    public static Event notSent(IOException failure) {
        return new Event(null, failure, false, Duration.ZERO);
    }

    public Duration now() {
        return Duration.ofNanos(now);
    }

    /** Returns the machine's result, or throws its error. */
    public <R> R run(Machine<R> machine) {
        Step<R> step = machine.begin(now);
        while (true) {
            if (step instanceof Step.Done<R> done) {
                return done.value();
            }
            if (step instanceof Step.Failed<R> failed) {
                throw failed.error();
            }
            step = step instanceof Step.Send<R> send ? send(machine, send) : pause(machine, (Step.Wait<R>) step);
        }
    }

    public ConnectionCheckException runToError(Machine<?> machine) {
        try {
            throw new AssertionError("There is no error but " + run(machine));
        } catch (ConnectionCheckException e) {
            return e;
        }
    }

    private <R> Step<R> send(Machine<R> machine, Step.Send<R> send) {
        sends.add(now());
        allowances.add(Duration.ofNanos(send.nanos()));
        Event event = events.get();
        now += event.latency().toNanos();
        if (event.answer() != null) {
            return machine.answered(event.answer(), now);
        }
        if (event.sent()) {
            send.attempt().markSent();
        }
        return machine.failed(event.failure() == null ? new IOException() : event.failure(), send.attempt(), now);
    }

    private <R> Step<R> pause(Machine<R> machine, Step.Wait<R> wait) {
        pauses.add(Duration.ofNanos(wait.nanos()));
        now += wait.nanos();
        return machine.woke(now);
    }
}
