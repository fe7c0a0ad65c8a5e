package dev.connectioncheck.examples;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.client.Environment;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.spi.VendorClient;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** Lists what the accounts of the four vendors have, checks all of it, and prints what is broken. */
public final class QuickStart {
    private static final Duration PACE = Duration.ofSeconds(3);

    /** Kept, since the JDK forgets the level of a logger that nobody holds. */
    private static final Logger SERVER_LOG = Logger.getLogger("mockwebserver3");

    private final List<Account> accounts;
    private final boolean realMayBeChecked;
    private final PrintStream out;

    private QuickStart(List<Account> accounts, boolean realMayBeChecked, PrintStream out) {
        this.accounts = List.copyOf(accounts);
        this.realMayBeChecked = realMayBeChecked;
        this.out = out;
    }

    /**
     * Runs the program; see the README for the variables that it reads.
     *
     * @param args none
     */
    public static void main(String[] args) {
        SERVER_LOG.setLevel(Level.OFF);
        run(Environment.ofProcess(), PACE, System.out, Screen.isTerminal());
    }

    static void run(Environment environment, Duration pace, PrintStream out, boolean terminal) {
        try (Sandbox sandbox = Sandbox.start()) {
            RealAccounts real = new RealAccounts(environment);
            SandboxAccounts made = new SandboxAccounts(sandbox, pace);
            List<Account> accounts = List.of(
                    real.squared().orElseGet(made::squared),
                    real.unstructured().orElseGet(made::unstructured),
                    real.datafold().orElseGet(made::datafold),
                    real.artie().orElseGet(made::artie));
            new QuickStart(accounts, real.mayBeChecked(), out).run(new LiveProgress(out, terminal));
        }
    }

    private void run(LiveProgress progress) {
        out.println(introduction());
        VendorClient[] clients = accounts.stream().map(Account::client).toArray(VendorClient[]::new);
        try (ConnectionChecker checker = ConnectionChecker.of(clients)) {
            Inventory inventory = asAllowed(checker.inventory());
            progress.begin(inventory.connections().size());
            CheckOptions listening = CheckOptions.builder().listener(progress).build();
            CheckReport report = checker.checkAll(
                    inventory, BulkOptions.builder().check(listening).build());
            progress.end();
            out.println(new ResultTable(inventory.connections(), report));
        }
    }

    private String introduction() {
        Set<String> real =
                accounts.stream().filter(Account::isReal).map(Account::vendor).collect(Collectors.toSet());
        if (real.isEmpty()) {
            return "Asking stand-ins for the four vendors, in this process, what they have.";
        }
        String asked = "Asking " + real.stream().sorted().collect(Collectors.joining(", "))
                + " itself, and stand-ins for the others, what they have.";
        return realMayBeChecked
                ? asked
                : asked + " Nothing is checked at a real vendor unless CONNECTION_CHECK_REAL is yes.";
    }

    /** Rows of real vendors stay in the table, but are checked only if the user says so. */
    private Inventory asAllowed(Inventory inventory) {
        Set<String> listedOnly = accounts.stream()
                .filter(account -> account.isReal() && !realMayBeChecked)
                .map(Account::vendor)
                .collect(Collectors.toSet());
        return Inventory.of(
                inventory.connections().stream()
                        .map(row -> listedOnly.contains(row.vendor()) ? notChecked(row) : row)
                        .toList(),
                inventory.errors());
    }

    private static Connection notChecked(Connection row) {
        return Connection.builder(row.vendor(), row.kind(), row.id())
                .name(row.name())
                .type(row.type())
                .lastVerdict(row.lastVerdict().orElse(null))
                .notCheckable("Listed only.")
                .build();
    }
}
