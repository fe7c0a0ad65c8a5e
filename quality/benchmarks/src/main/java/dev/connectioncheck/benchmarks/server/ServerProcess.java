package dev.connectioncheck.benchmarks.server;

import dev.connectioncheck.benchmarks.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A {@link VendorServer} in a process of its own; closing it ends the process. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String url;

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @param jvm what runs it
     * @return a running server
     */
    public static ServerProcess start(Jvm jvm) {
        Process process = jvm.start(VendorServer.class, "-Xmx256m");
        try {
            BufferedReader out = process.inputReader();
            return new ServerProcess(process, "http://127.0.0.1:" + out.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns where the vendors' APIs are.
     *
     * @return the base URL of each of them
     */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
