package dev.connectioncheck.reliability;

import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.ArtieRow;
import dev.connectioncheck.sandbox.ArtieSandbox;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldRow;
import dev.connectioncheck.sandbox.DatafoldSandbox;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SquaredRow;
import dev.connectioncheck.sandbox.SquaredSandbox;
import dev.connectioncheck.sandbox.UnstructuredRow;
import dev.connectioncheck.sandbox.UnstructuredSandbox;
import dev.connectioncheck.sandbox.contract.CheckOperation;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the accounts at the four vendors hold to be listed, and with which requests it is. */
final class Accounts {
    /** One more than fits on a page. */
    private static final int TWO_PAGES = 101;

    private Accounts() {}

    static List<CheckOperation> lists(String vendor) {
        return switch (vendor) {
            case "squared" -> requests("/api/v1/connectors", "list, page 1", "list, page 2", "list, page 1 again");
            case "unstructured" ->
                Stream.of(
                                requests("/api/v1/sources/", "list sources"),
                                requests("/api/v1/destinations/", "list destinations"))
                        .flatMap(List::stream)
                        .toList();
            case "datafold" -> requests("/api/v1/data_sources", "list");
            default -> requests("/connectors", "list destinations", "list all");
        };
    }

    private static List<CheckOperation> requests(String path, String... names) {
        return Stream.of(names)
                .map(name ->
                        new CheckOperation(name, Phase.LIST, "GET", Pattern.compile(path), Resend.ALWAYS, false, false))
                .toList();
    }

    static List<String> fill(SquaredSandbox squared, String secret) {
        Map<String, Object> settings = Vendors.with(squared.sourceSettings("Postgresql", Behavior.passes()), secret);
        return Stream.generate(() -> squared.add(SquaredRow.source("Postgresql").settings(settings)))
                .limit(TWO_PAGES)
                .map(String::valueOf)
                .toList();
    }

    static List<String> fill(UnstructuredSandbox unstructured, String secret) {
        unstructured.maskSecrets(false);
        Map<String, Object> settings = Vendors.with(unstructured.settings(Behavior.passes()), secret);
        return Stream.of(
                        UnstructuredRow.source("s3"),
                        UnstructuredRow.source("postgres"),
                        UnstructuredRow.destination("s3"))
                .map(row -> unstructured.add(row.settings(settings)).toString())
                .toList();
    }

    static List<String> fill(DatafoldSandbox datafold, String secret) {
        Map<String, Object> settings = Vendors.with(datafold.settings(Behavior.passes()), secret);
        return Stream.of(
                        DatafoldRow.of("pg"),
                        DatafoldRow.of("snowflake").paused(),
                        DatafoldRow.of("pg").inaccessible())
                .map(row -> String.valueOf(datafold.add(row.settings(settings))))
                .toList();
    }

    static List<String> fill(ArtieSandbox artie, String secret) {
        artie.maskSecrets(false);
        Map<String, Object> settings = Vendors.with(artie.unsaved(Behavior.passes()), secret);
        return Stream.of(
                        ArtieRow.source("postgresql"),
                        ArtieRow.destination("postgresql"),
                        ArtieRow.source("postgresql").invalid())
                .map(row -> artie.add(row.settings(settings)).toString())
                .toList();
    }
}
