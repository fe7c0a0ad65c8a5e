package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.sandbox.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.OptionalInt;

/** The three promises, each as a list of the ways in which a case broke it. */
final class Promises {
    /** What a loaded machine may add to a deadline. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    private Promises() {}

    static List<String> brokenIn(Course course) throws InterruptedException {
        List<String> problems = new ArrayList<>(neverWrong(course));
        problems.addAll(sentAsOftenAsTold(course));
        problems.addAll(waitedForAsAsked(course));
        problems.addAll(neverStuck(course));
        problems.addAll(neverLeaking(course));
        return problems;
    }

    private static List<String> neverWrong(Course course) throws InterruptedException {
        MatrixCase played = course.played();
        Ending<CheckResult> ending = course.ending();
        List<String> problems = new ArrayList<>();
        if (!played.expectation().outcomes().contains(course.outcome())) {
            problems.add("ended with " + course.outcome() + ", not with any of "
                    + played.expectation().outcomes() + ending.told());
        }
        if (!ending.isProper()) {
            problems.add("ended in a way that no caller expects: " + ending.thrown() + ending.told());
        }
        int ends = course.overheard().ends().size();
        if (ends != 1) {
            problems.add("the listener heard of " + ends + " ends");
        }
        if (ending.thrown() instanceof ConnectionCheckException error) {
            problems.addAll(wrongIn(error, played));
        }
        return problems;
    }

    private static List<String> wrongIn(ConnectionCheckException error, MatrixCase played) {
        List<String> problems = new ArrayList<>();
        boolean accepted = played.operation().phase() == Phase.POLL;
        if (error.token().isPresent() != accepted) {
            problems.add("the token is " + error.token() + " at " + played.operation());
        }
        if (!error.vendor().equals(played.vendor().vendor())) {
            problems.add("the exception names the vendor " + error.vendor());
        }
        return problems;
    }

    private static List<String> sentAsOftenAsTold(Course course) {
        OptionalInt expected = course.played().expectation().sends();
        int sends = course.tap().sends(course.played().operation());
        return expected.isEmpty() || expected.getAsInt() == sends
                ? List.of()
                : List.of("was sent " + sends + " times, not " + expected.getAsInt());
    }

    /** Whoever blocks sends on its own thread; whoever does not, never does. */
    private static List<String> waitedForAsAsked(Course course) {
        boolean blocking = course.played().mode() == Mode.BLOCKING;
        return course.tap().senders().stream()
                .filter(sender -> sender.equals(course.caller()) != blocking)
                .map(sender -> course.played().mode() + ", but sent by the thread " + sender.getName())
                .toList();
    }

    private static List<String> neverStuck(Course course) throws InterruptedException {
        List<String> problems = new ArrayList<>();
        Duration deadline = course.played().deadline();
        if (course.elapsed().compareTo(deadline.plus(BOUND)) > 0) {
            problems.add("took " + course.elapsed() + " though the deadline is " + deadline);
        }
        if (!course.tap().isClean()) {
            problems.add("left a call or a connection behind");
        }
        if (course.time().scheduledTasks() > 0) {
            problems.add("left " + course.time().scheduledTasks() + " timers behind");
        }
        return problems;
    }

    private static List<String> neverLeaking(Course course) {
        Overheard overheard = course.overheard();
        show(course.ending(), overheard);
        List<String> problems = new ArrayList<>();
        overheard.leaks().forEach(text -> problems.add("shows a secret: " + text));
        if (course.strays() > 0) {
            problems.add("sent " + course.strays() + " requests to a server that is not who it should be");
        }
        return problems;
    }

    private static void show(Ending<CheckResult> ending, Overheard overheard) {
        if (ending.result() != null) {
            show(ending.result(), overheard);
        }
        if (ending.thrown() != null) {
            overheard.add(Canary.textOf(ending.thrown()));
        }
        if (ending.thrown() instanceof ConnectionCheckException error) {
            error.token().ifPresent(token -> overheard.add(decoded(token)));
            error.requestId().ifPresent(overheard::add);
        }
    }

    private static void show(CheckResult result, Overheard overheard) {
        overheard.add(result);
        result.message().ifPresent(overheard::add);
        result.steps().forEach(overheard::add);
    }

    private static String decoded(String token) {
        String payload = token.substring(token.indexOf('.') + 1);
        return new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    }
}
