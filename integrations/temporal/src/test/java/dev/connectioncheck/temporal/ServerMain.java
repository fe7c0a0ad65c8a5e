package dev.connectioncheck.temporal;

import io.temporal.testserver.TestServer;
import java.io.IOException;
import java.net.ServerSocket;

/** Temporal's own test server, on a port that is free; real time passes in it. */
final class ServerMain {
    private static final int ATTEMPTS = 20;

    private ServerMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Child.endWithParent();
        System.out.println("127.0.0.1:" + start());
        Thread.currentThread().join();
    }

    /** Another process may take the port before the server does. */
    private static int start() throws IOException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            try {
                TestServer.createPortBoundServer(port, true);
                return port;
            } catch (RuntimeException taken) {
                if (attempt == ATTEMPTS) {
                    throw taken;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
