package dev.connectioncheck.cli;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is said when no subcommand is. */
@Command(
        name = "connection-check",
        description = "Asks the vendors of a file's connections whether the connections work.",
        versionProvider = RootCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:every connection passed; every client was listed; the file has no mistakes",
            " 1:at least one connection failed",
            " 2:wrong options or configuration, or no connection was selected",
            " 3:none failed, but at least one is undetermined; a client could not be listed",
            "70:a fault of this command",
            "130:interrupted; what was finished is reported"
        })
final class RootCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli sets it, and acts by itself
    private boolean isHelpWanted;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Shows the version.")
    @SuppressWarnings("UnusedVariable") // picocli sets it, and acts by itself
    private boolean isVersionWanted;

    @Override
    public void run() {
        CommandLine command = Objects.requireNonNull(spec).commandLine();
        throw new ParameterException(command, "Say what to do: check, list, validate or resume.");
    }

    /** Reads the version that the build wrote into the jar. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RootCommand.class.getPackage().getImplementationVersion();
            return new String[] {"connection-check " + (version == null ? "(not packaged)" : version)};
        }
    }
}
