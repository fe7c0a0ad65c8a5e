package dev.connectioncheck.cli;

import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.cli.report.ReportFormat;
import dev.connectioncheck.cli.report.Screen;
import dev.connectioncheck.config.Connections;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what the file's clients have. */
@Command(
        name = "list",
        description = "Lists the connections that the file's clients have; without a file, those of every vendor whose "
                + "variables are set.",
        sortOptions = false)
final class ListCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final FileOption file = new FileOption();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    ListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        common.startLogging();
        output.allow(ReportFormat.TABLE, ReportFormat.JSON);
        Connections connections = file.readForList(shell);
        if (connections.clients().isEmpty() && connections.unnamedClients().isEmpty()) {
            throw new UsageProblem("There is no client to list. Name one in a file, or set the variables of a vendor.");
        }
        Outputs outputs = output.open(shell);
        return Interruption.during(() -> list(connections, outputs));
    }

    private int list(Connections connections, Outputs outputs) {
        try (ConnectionChecker checker = connections.checker().build()) {
            return show(
                    checker.inventory(
                            limits.timeout().orElse(CheckOptions.defaults().timeout())),
                    outputs);
        } catch (CheckInterruptedException e) {
            shell.err().println("error: Interrupted; nothing was listed.");
            return ExitCode.INTERRUPTED;
        }
    }

    private int show(Inventory inventory, Outputs outputs) {
        Screen screen = shell.screen();
        boolean isComplete = outputs.write(format -> format == ReportFormat.JSON
                ? ReportFormat.json(inventory.toMap())
                : ReportFormat.table(inventory.connections(), screen));
        Reporter reporter = new Reporter(shell, common, outputs);
        inventory.errors().forEach(reporter::tell);
        common.note(shell, inventory.connections().size() + " connections");
        if (!inventory.errors().isEmpty()) {
            return ExitCode.UNDETERMINED;
        }
        return isComplete ? ExitCode.PASSED : ExitCode.USAGE;
    }
}
