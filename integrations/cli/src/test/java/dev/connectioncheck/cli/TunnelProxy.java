package dev.connectioncheck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that wants a password and opens tunnels. Thread-safe. */
final class TunnelProxy implements AutoCloseable {
    private static final String REFUSED = String.join(
            "\r\n",
            "HTTP/1.1 407 Proxy Authentication Required",
            "Proxy-Authenticate: Basic realm=\"proxy\"",
            "Content-Length: 0",
            "Connection: close",
            "",
            "");

    private final ServerSocket door;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private TunnelProxy(ServerSocket door) {
        this.door = door;
    }

    static TunnelProxy start() throws IOException {
        TunnelProxy proxy = new TunnelProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        begin(proxy::accept);
        return proxy;
    }

    int port() {
        return door.getLocalPort();
    }

    /** The lines of all requests so far. */
    List<String> asked() {
        return asked;
    }

    void forget() {
        asked.clear();
    }

    private void accept() throws IOException {
        while (!door.isClosed()) {
            Socket client = door.accept();
            begin(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            List<String> request = request(client.getInputStream());
            asked.addAll(request);
            if (request.stream().noneMatch(line -> line.startsWith("Proxy-Authorization: "))) {
                client.getOutputStream().write(REFUSED.getBytes(StandardCharsets.US_ASCII));
                return;
            }
            String port = request.get(0).replaceAll("CONNECT [^:]*:(\\d+) .*", "$1");
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                begin(() -> server.getInputStream().transferTo(client.getOutputStream()));
                client.getInputStream().transferTo(server.getOutputStream());
            }
        }
    }

    /** Reads to the empty line and no further: what follows is for the other end. */
    private static List<String> request(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString().lines().toList();
    }

    private static void begin(Io work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // One end has gone, as ends do.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        door.close();
    }

    private interface Io {
        void run() throws IOException;
    }
}
