package com.example.plain;

import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.unstructured.UnstructuredClient;
import java.util.Set;

/** Checks everything that three accounts have, prints what is broken, and exits with 1 if anything is. */
// tag::everything
public final class CheckEverything {
    private static final Set<CheckStatus> FINE = Set.of(CheckStatus.PASSED, CheckStatus.SKIPPED);

    public static void main(String[] args) {
        CheckReport report;
        try (ConnectionChecker checker = ConnectionChecker.of(UnstructuredClient.fromEnvironment(),
                DatafoldClient.fromEnvironment(), ArtieClient.fromEnvironment())) {
            report = checker.checkAll(checker.inventory());
        }
        report.errors().forEach(System.out::println);
        report.outcomes().stream().filter(outcome -> !FINE.contains(outcome.status())).forEach(System.out::println);
        boolean fine = report.errors().isEmpty() && report.outcomes().stream().allMatch(outcome -> FINE.contains(outcome.status()));
        System.exit(fine ? 0 : 1);
    }
}
// end::everything
