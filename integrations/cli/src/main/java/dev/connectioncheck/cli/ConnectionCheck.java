package dev.connectioncheck.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/**
 * Is the command {@code connection-check}: {@code check}, {@code list}, {@code validate}, {@code resume}.
 *
 * <p>The exit code tells a pipeline what to do: 0 if everything passed, 1 if something failed, 2 if the command or the
 * configuration is wrong or nothing was selected, 3 if nothing failed and something could not be determined, 70 for a
 * fault of the command itself, 130 if it was interrupted. Results are on the standard output, everything else on the
 * error output.
 */
public final class ConnectionCheck {
    private ConnectionCheck() {}

    /**
     * Runs the command and ends this JVM with its exit code.
     *
     * @param arguments the command's arguments; {@code --help} tells of them
     */
    public static void main(String[] arguments) {
        System.exit(commandLine(Shell.ofThisProcess()).execute(arguments));
    }

    static CommandLine commandLine(Shell shell) {
        CommandLine command = new CommandLine(new RootCommand());
        command.addSubcommand(new CheckCommand(shell));
        command.addSubcommand(new ListCommand(shell));
        command.addSubcommand(new ValidateCommand(shell));
        command.addSubcommand(new ResumeCommand(shell));
        Problems problems = new Problems(shell);
        return command.setOut(new PrintWriter(shell.out(), true, shell.charset()))
                .setErr(new PrintWriter(shell.err(), true, shell.charset()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setParameterExceptionHandler(problems)
                .setExecutionExceptionHandler(problems);
    }
}
