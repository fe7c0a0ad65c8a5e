package dev.connectioncheck.examples.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A PostgreSQL of the test's own, on a free port of the loopback interface, in a folder of its own.
 *
 * <p>It ends when it is closed, or when this process ends in any way: its shell reads what we hold open.
 */
final class PostgresServer implements AutoCloseable {
    private static final String READY = "database system is ready to accept connections";

    private final Process shell;
    private final String jdbcUrl;

    private PostgresServer(Process shell, String jdbcUrl) {
        this.shell = shell;
        this.jdbcUrl = jdbcUrl;
    }

    /**
     * Starts the server.
     *
     * @throws org.opentest4j.TestAbortedException if this machine can't run one; its message says why
     */
    static PostgresServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("postgres-");
        try {
            return start(folder);
        } catch (IOException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static PostgresServer start(Path folder) throws IOException, InterruptedException {
        String password = UUID.randomUUID().toString();
        PostgresBinaries.unpack(folder);
        Files.writeString(folder.resolve("password"), password);
        Shell shell = Shell.thatRuns(folder, "bin/postgres");
        int port = freePort();
        Process process = shell.start(script(folder, port));
        awaitReady(process);
        return new PostgresServer(
                process, "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=checks&password=" + password);
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    @Override
    public void close() throws IOException {
        shell.getOutputStream().close();
        shell.onExit().join();
    }

    /** While it reads, the server runs. Nothing is synchronised with the disk: it would survive no power cut. */
    private static String script(Path folder, int port) {
        return """
            cd '%s' || exit 1
            bin/initdb -D data -U checks -A scram-sha-256 --pwfile=password --no-sync --locale=C -E UTF8 > initdb.log 2>&1
            if [ $? -ne 0 ]; then cat initdb.log; exit 1; fi
            bin/postgres -D data -h 127.0.0.1 -p %d -k '' -F &
            server=$!
            cat > /dev/null
            kill -QUIT $server
            wait $server
            cd /
            rm -rf '%s'
            """.formatted(folder, port, folder);
    }

    private static void awaitReady(Process process) throws IOException {
        BufferedReader output = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains(READY)) {
                drain(output);
                return;
            }
        }
        throw new IllegalStateException("PostgreSQL did not start:\n" + said);
    }

    /** A server that nobody listens to would wait. */
    private static void drain(BufferedReader output) {
        Thread thread = new Thread(() -> output.lines().forEach(line -> {}), "postgres output");
        thread.setDaemon(true);
        thread.start();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
