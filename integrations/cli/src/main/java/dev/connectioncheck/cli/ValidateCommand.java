package dev.connectioncheck.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Reads the file and asks nobody. */
@Command(
        name = "validate",
        description = "Looks for mistakes in the file and asks nobody. A variable that is not set is a warning.")
final class ValidateCommand implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final FileOption file = new FileOption();

    @Mixin
    private final CommonOptions common = new CommonOptions();

    ValidateCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        common.startLogging();
        var unused = file.validate(shell);
        common.note(shell, file.path() + " has no mistakes.");
        return ExitCode.PASSED;
    }
}
