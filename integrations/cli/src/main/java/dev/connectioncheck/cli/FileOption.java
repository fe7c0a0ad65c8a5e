package dev.connectioncheck.cli;

import dev.connectioncheck.cli.network.EnvironmentProxy;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.ConnectionsFile;
import dev.connectioncheck.config.ConnectionsReader;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that names the file, and how it is read. */
final class FileOption {
    private static final String USUAL = "connections.yaml";
    private static final int MOST_CALLS = 1024;

    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            description = "The file of clients and connections, YAML or JSON; default: " + USUAL)
    private @Nullable String file;

    /** Reads the file; every mistake of it ends the command. */
    Connections read(Shell shell) {
        return reader(shell).read(path());
    }

    /** Reads the file, if there is one, for the sake of its clients, and adds those of the environment. */
    Connections readClients(Shell shell) {
        ConnectionsReader reader = reader(shell).allowUnsetVariables().clientsOfTheEnvironment();
        return isThere() ? reader.read(path()) : environment(reader);
    }

    /** Reads the file; if there is none, what the environment alone has. */
    Connections readForList(Shell shell) {
        return isThere() ? read(shell) : environment(reader(shell).clientsOfTheEnvironment());
    }

    private boolean isThere() {
        return file != null || Files.exists(path());
    }

    private static Connections environment(ConnectionsReader reader) {
        return reader.parse("environment", "clients: {}");
    }

    /** Reads the file without needing what is secret in it. */
    Connections validate(Shell shell) {
        return reader(shell).allowUnsetVariables().read(path());
    }

    Path path() {
        try {
            return Path.of(file == null ? USUAL : file);
        } catch (InvalidPathException e) {
            throw new UsageProblem("The file's name can't be used here: " + e.getReason() + ".");
        }
    }

    private static ConnectionsReader reader(Shell shell) {
        ConnectionsReader reader = ConnectionsFile.reader()
                .environment(shell.environment()::get)
                .warnings(warning -> shell.err().println("warning: " + warning));
        try {
            EnvironmentProxy.client(shell.environment(), MOST_CALLS)
                    .ifPresent(client -> reader.with(OkHttpClient.class, client));
        } catch (IllegalArgumentException e) {
            throw new UsageProblem(String.valueOf(e.getMessage()));
        }
        return reader;
    }
}
