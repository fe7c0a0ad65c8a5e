package dev.connectioncheck.benchmarks.server;

import dev.connectioncheck.benchmarks.Jvm;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A {@link VendorServer} in a process of its own; closing it ends the process. */
public final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String url;

    private ServerProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts a server of the {@linkplain Manner#USUAL usual manner} and waits until it listens.
     *
     * @param jvm what runs it
     * @return a running server
     */
    public static ServerProcess start(Jvm jvm) {
        return start(jvm, Manner.USUAL);
    }

    /**
     * Starts a server and waits until it listens.
     *
     * @param jvm what runs it
     * @param manner how it behaves
     * @return a running server
     */
    public static ServerProcess start(Jvm jvm, Manner manner) {
        Process process = jvm.start(VendorServer.class, "-Xmx256m -Xss256k", manner.toArgs());
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

    /**
     * Counts the requests that the server has had.
     *
     * @return a count that asks it
     */
    public RequestCount requests() {
        return countAt(url);
    }

    /**
     * Counts the requests that a server in another process has had.
     *
     * @param url where it is
     * @return a count that asks it
     */
    public static RequestCount countAt(String url) {
        URI count = URI.create(url + Connection.COUNT);
        return RequestCount.at(() -> {
            try (InputStream body = count.toURL().openStream()) {
                return Long.parseLong(new String(body.readAllBytes(), StandardCharsets.US_ASCII));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public void close() {
        process.destroy();
    }
}
