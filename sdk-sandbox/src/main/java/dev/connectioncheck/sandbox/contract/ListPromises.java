package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.Inventory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import okhttp3.Request;

/** The promises of an inventory, each as a list of the ways in which a case broke it. */
final class ListPromises {
    /** What a loaded machine may add to a deadline. */
    private static final Duration BOUND = Duration.ofSeconds(3);

    private ListPromises() {}

    static List<String> brokenIn(ListCourse course) throws InterruptedException {
        List<String> problems = new ArrayList<>(neverWrong(course));
        problems.addAll(readingOnly(course));
        problems.addAll(neverStuck(course));
        problems.addAll(neverLeaking(course));
        return problems;
    }

    private static List<String> neverWrong(ListCourse course) {
        List<String> problems = new ArrayList<>();
        if (!course.played().outcomes().contains(course.outcome())) {
            problems.add("ended with " + course.outcome() + ", not with any of "
                    + course.played().outcomes() + course.ending().told());
        }
        Inventory inventory = course.ending().result();
        if (inventory == null) {
            problems.add("ended without an inventory: " + course.ending().thrown());
            return problems;
        }
        problems.addAll(wrongIn(inventory, course));
        course.errors(inventory).forEach(error -> problems.addAll(wrongIn(error, inventory, course)));
        return problems;
    }

    private static List<String> wrongIn(Inventory inventory, ListCourse course) {
        List<String> problems = new ArrayList<>();
        List<String> listed = course.listed(inventory);
        if (!course.isTrue(listed)) {
            problems.add("lists " + listed + ", of which the account has " + course.rows());
        }
        if (course.errors(inventory).size() > 1) {
            problems.add("one account has several errors: " + inventory.errors());
        }
        if (!Bystander.isWholeIn(inventory)) {
            problems.add("hides the rows of another account");
        }
        return problems;
    }

    private static List<String> wrongIn(ConnectionCheckException error, Inventory inventory, ListCourse course) {
        List<String> problems = new ArrayList<>();
        if (error.token().isPresent()) {
            problems.add("a list has a token: " + error.token());
        }
        if (!error.vendor().equals(course.played().vendor().vendor())) {
            problems.add("the exception names the vendor " + error.vendor());
        }
        int listed = course.listed(inventory).size();
        if (listed > 0 && !String.valueOf(error.getMessage()).contains("incomplete")) {
            problems.add("does not say that the " + listed + " rows are not all: " + error.getMessage());
        }
        return problems;
    }

    /** Listing reads, with the requests described and no other, as often as told. */
    private static List<String> readingOnly(ListCourse course) {
        List<String> problems = new ArrayList<>();
        List<Request> sent = course.tap().requests();
        sent.stream()
                .filter(request -> !isDescribed(request, course))
                .forEach(request -> problems.add(
                        "sent " + request.method() + " " + request.url().encodedPath()));
        OptionalInt expected = course.played().requests(course.outcome());
        if (expected.isPresent() && expected.getAsInt() != sent.size()) {
            problems.add("sent " + sent.size() + " requests, not " + expected.getAsInt());
        }
        if (course.played().mode() == Mode.ASYNC && course.tap().senders().contains(course.caller())) {
            problems.add("ASYNC, but sent by the thread of the caller");
        }
        return problems;
    }

    private static boolean isDescribed(Request request, ListCourse course) {
        return request.method().equals("GET")
                && course.played().vendor().listOperations().stream()
                        .anyMatch(each -> each.matches("GET", request.url().encodedPath()));
    }

    private static List<String> neverStuck(ListCourse course) throws InterruptedException {
        List<String> problems = new ArrayList<>();
        if (course.elapsed().compareTo(ListCase.DEADLINE.plus(BOUND)) > 0) {
            problems.add("took " + course.elapsed() + " though the deadline is " + ListCase.DEADLINE);
        }
        if (!course.tap().isClean()) {
            problems.add("left a call or a connection behind");
        }
        if (course.time().scheduledTasks() > 0) {
            problems.add("left " + course.time().scheduledTasks() + " timers behind");
        }
        return problems;
    }

    private static List<String> neverLeaking(ListCourse course) {
        Overheard overheard = course.overheard();
        show(course.ending(), overheard);
        List<String> problems = new ArrayList<>();
        overheard.leaks().forEach(text -> problems.add("shows a secret: " + text));
        if (course.strays() > 0) {
            problems.add("sent " + course.strays() + " requests to a server that is not who it should be");
        }
        return problems;
    }

    private static void show(Ending<Inventory> ending, Overheard overheard) {
        Inventory inventory = ending.result();
        if (inventory != null) {
            overheard.add(inventory.toMap());
            inventory.connections().forEach(row -> {
                overheard.add(row);
                row.target().ifPresent(overheard::add);
            });
            inventory.errors().forEach(error -> overheard.add(Canary.textOf(error)));
        }
        if (ending.thrown() != null) {
            overheard.add(Canary.textOf(ending.thrown()));
        }
    }
}
