package dev.connectioncheck.cli;

import dev.connectioncheck.config.ConfigurationException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells users what went wrong before there was anything to report, and makes exit codes of it. */
final class Problems implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Shell shell;

    Problems(Shell shell) {
        this.shell = shell;
    }

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        shell.err().println("error: " + problem.getMessage());
        UnmatchedArgumentException.printSuggestions(problem, command.getErr());
        shell.err().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof ConfigurationException) {
            shell.err().println(problem.getMessage());
            return ExitCode.USAGE;
        }
        if (problem instanceof UsageProblem) {
            shell.err().println("error: " + problem.getMessage());
            return ExitCode.USAGE;
        }
        shell.err().println("error: This is a fault of connection-check or of a vendor's module; please report it.");
        for (Throwable each = problem; each != null; each = each.getCause()) {
            show(each);
        }
        return ExitCode.FAULT;
    }

    /** Shows where it happened, without a message: that of another's module may quote a secret. */
    private void show(Throwable fault) {
        shell.err().println(fault.getClass().getName());
        for (StackTraceElement frame : fault.getStackTrace()) {
            shell.err().println("\tat " + frame);
        }
    }
}
