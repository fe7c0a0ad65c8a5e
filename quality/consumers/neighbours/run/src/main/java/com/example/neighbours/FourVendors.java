package com.example.neighbours;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A user's program: asks all four vendors about a connection that works and one that does not, first waiting, then not,
 * and reads the answer of a typed call. It is compiled once and started on the class path of every set of dependencies.
 */
public final class FourVendors {
    private static final CheckOptions OPTIONS =
            CheckOptions.builder().timeout(Duration.ofSeconds(30)).build();

    private final Map<String, String> settings;
    private final ArtieClient artie;

    private FourVendors(Map<String, String> settings) {
        this.settings = settings;
        artie = ArtieClient.builder()
                .apiKey(of("artie.key"))
                .baseUrl(of("artie.url"))
                .build();
    }

    /** Takes settings such as {@code artie.key=abc}; prints {@code works} if all is as it should be. */
    public static void main(String[] args) {
        new FourVendors(Arrays.stream(args)
                        .map(arg -> arg.split("=", 2))
                        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1])))
                .run();
        System.out.println("works");
    }

    private void run() {
        try (ConnectionChecker checker = checker()) {
            for (CheckTarget target : targets("good")) {
                require(Verdict.PASSED, checker.check(target, OPTIONS));
                require(Verdict.PASSED, checker.checkAsync(target, OPTIONS).join());
            }
            for (CheckTarget target : targets("bad")) {
                require(Verdict.FAILED, checker.check(target, OPTIONS));
            }
        }
        String type = artie.connectors().get(UUID.fromString(of("artie.good"))).execute().type();
        if (!type.equals("postgresql")) {
            throw new IllegalStateException("A typed call read another type: " + type);
        }
    }

    private ConnectionChecker checker() {
        return ConnectionChecker.of(
                SquaredClient.builder()
                        .apiKey(of("squared.key"))
                        .workspaceId(Long.parseLong(of("squared.workspace")))
                        .baseUrl(of("squared.url"))
                        .build(),
                UnstructuredClient.builder()
                        .apiKey(of("unstructured.key"))
                        .baseUrl(of("unstructured.url"))
                        .build(),
                DatafoldClient.builder()
                        .apiKey(of("datafold.key"))
                        .baseUrl(of("datafold.url"))
                        .build(),
                artie);
    }

    private List<CheckTarget> targets(String which) {
        return List.of(
                SquaredTarget.source("Postgresql", postgres(of("squared." + which))),
                UnstructuredTarget.source(UUID.fromString(of("unstructured." + which))),
                DatafoldTarget.dataSource(Long.parseLong(of("datafold." + which))),
                ArtieTarget.saved(UUID.fromString(of("artie." + which))));
    }

    private static Map<String, Object> postgres(String host) {
        return Map.of(
                "data_type", "structured",
                "host", host,
                "port", "5432",
                "database", "analytics",
                "schema", "public",
                "credentials", Map.of("auth_type", "username/password", "username", "sync", "password", "pw-0f3c81d2"));
    }

    private static void require(Verdict expected, CheckResult result) {
        if (result.verdict() != expected) {
            throw new IllegalStateException("Not " + expected + ": " + result);
        }
    }

    private String of(String name) {
        String value = settings.get(name);
        if (value == null) {
            throw new IllegalArgumentException("Without " + name);
        }
        return value;
    }
}
