package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.sandbox.Phase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The three promises, each as a list of the ways in which a case broke it. */
final class Promises {
    /** What a loaded machine may add to a deadline. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    private Promises() {}

    static List<String> neverWrong(MatrixCase played, Ending ending, Overheard overheard) throws InterruptedException {
        List<String> problems = new ArrayList<>();
        if (!played.expectation().outcomes().contains(ending.name())) {
            problems.add("ended with " + ending.name() + ", not with any of "
                    + played.expectation().outcomes() + told(ending));
        }
        if (!ending.isProper()) {
            problems.add("ended in a way that no caller expects: " + ending.thrown() + told(ending));
        }
        int ends = overheard.ends().size();
        if (ends != 1) {
            problems.add("the listener heard of " + ends + " ends");
        }
        if (ending.thrown() instanceof ConnectionCheckException error) {
            boolean accepted = played.operation().phase() == Phase.POLL;
            if (error.token().isPresent() != accepted) {
                problems.add("the token is " + error.token() + " at " + played.operation());
            }
            if (!error.vendor().equals(played.vendor().vendor())) {
                problems.add("the exception names the vendor " + error.vendor());
            }
        }
        return problems;
    }

    private static String told(Ending ending) {
        return ending.thrown() == null ? "" : "\n" + Canary.textOf(ending.thrown());
    }

    static List<String> neverStuck(MatrixCase played, Duration elapsed, Wiretap tap, HurriedTime time)
            throws InterruptedException {
        List<String> problems = new ArrayList<>();
        if (elapsed.compareTo(played.deadline().plus(BOUND)) > 0) {
            problems.add("took " + elapsed + " though the deadline is " + played.deadline());
        }
        if (!tap.isClean()) {
            problems.add("left a call or a connection behind");
        }
        if (time.scheduledTasks() > 0) {
            problems.add("left " + time.scheduledTasks() + " timers behind");
        }
        return problems;
    }

    static List<String> neverLeaking(Ending ending, Overheard overheard) {
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
        return overheard.leaks().stream().map(text -> "shows a secret: " + text).toList();
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
