package dev.connectioncheck.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Lists what the file's clients have. */
@Command(name = "list", description = "Lists the connections that the file's clients have.")
final class ListCommand implements Callable<Integer> {
    private final Shell shell;

    ListCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        throw new UsageProblem("not yet " + shell.charset());
    }
}
