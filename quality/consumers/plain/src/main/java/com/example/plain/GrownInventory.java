package com.example.plain;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Everything that the account has, compiled as the design has it. What each line does is tried in the tests. */
final class GrownInventory {
    private GrownInventory() {}

    static Inventory now(ConnectionChecker checker) {
        Inventory inventory = checker.inventory();              // asks every client; also inventoryAsync()
        List<Connection> connections = inventory.connections();
        List<ConnectionCheckException> errors = inventory.errors();             // vendors that could not be listed
        connections.forEach(GrownInventory::told);
        errors.forEach(ConnectionCheckException::account);
        return inventory;
    }

    static Inventory later(ConnectionChecker checker) {
        CompletableFuture<Inventory> inventory = checker.inventoryAsync();
        return inventory.join();
    }

    static String told(Connection row) {
        String who = String.join(" ", row.vendor(), row.kind(), row.id(), row.name(), row.type());
        String account = row.account().map(name -> " at " + name).orElse("");
        String last = row.lastVerdict()                         // recorded by the vendor, not asked now
                .map(verdict -> ", " + verdict.verdict() + " at " + verdict.at() + verdict.message().map(": "::concat).orElse(""))
                .orElse("");
        return who + account + last + row.target()
                .map(target -> ", checked as " + target)
                .orElseGet(() -> ", " + row.notCheckable().orElseThrow());
    }

    static CheckReport check(ConnectionChecker checker, Inventory inventory, Duration within, Duration fresh) {
        CheckReport all = checker.checkAll(inventory, BulkOptions.builder()
                .within(within)
                .skipIfCheckedWithin(fresh)                     // only where the vendor dates its last verdict
                .build());
        return all;
    }

    static void each(
            ConnectionChecker checker, Iterable<CheckTarget> targets /* any length */, Consumer<CheckOutcome> consumer) {
        checker.checkEach(targets, BulkOptions.defaults(), consumer);           // bounded memory; outcomes as they come
    }

    static CompletableFuture<Void> eachLater(
            ConnectionChecker checker, Iterable<CheckTarget> targets, Consumer<CheckOutcome> consumer) {
        return checker.checkEachAsync(targets, BulkOptions.defaults(), consumer);
    }

    /** The two honest ways to check a connector that Squared has saved. */
    static List<CheckTarget> bothWays(Connection row, Map<String, ?> settings) {
        return List.of(SquaredTarget.of(row, settings), SquaredTarget.saved(row.id()));
    }

    /** Typed operations, named alike at all vendors: list, get and delete here; create and update are in the recipes. */
    static int lists(SquaredClient squared, UnstructuredClient unstructured, DatafoldClient datafold, ArtieClient artie) {
        return squared.connectors().list().execute().data().size()
                + unstructured.sources().list().execute().size()
                + unstructured.destinations().list().execute().size()
                + datafold.dataSources().list().execute().size()
                + artie.connectors().list().execute().items().size();
    }

    static String getAndDelete(SquaredClient squared, String id) {
        String name = squared.connectors().get(id).execute().data().attributes().name();
        squared.connectors().delete(id).execute();
        return name;
    }
}
