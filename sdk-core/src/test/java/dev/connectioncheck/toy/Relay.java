package dev.connectioncheck.toy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a server of this machine. Connections can be made to die silently, as when a firewall
 * forgets them: they stay open, and nothing passes any more.
 */
public final class Relay implements AutoCloseable {
    private final ServerSocket entry;
    private final int server;
    private final AtomicInteger connections = new AtomicInteger();
    private volatile int dead;

    public Relay(int server) throws IOException {
        this.entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.server = server;
        begin(this::accept);
    }

    public String url() {
        return "http://localhost:" + entry.getLocalPort();
    }

    /** How many connections there were. */
    public int connections() {
        return connections.get();
    }

    /** Lets the connections that there are die silently; later ones live. */
    public void forgetConnections() {
        dead = connections.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = entry.accept();
            Socket vendor = new Socket(InetAddress.getLoopbackAddress(), server);
            int number = connections.incrementAndGet();
            begin(() -> copy(number, client, vendor));
            begin(() -> copy(number, vendor, client));
        }
    }

    private void copy(int number, Socket from, Socket to) throws IOException {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (number > dead) {
                    out.write(buffer, 0, read);
                    out.flush();
                }
            }
        }
    }

    private static void begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One side has closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        entry.close();
    }

    private interface Work {
        void run() throws IOException;
    }
}
