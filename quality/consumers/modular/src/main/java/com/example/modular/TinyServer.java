package com.example.modular;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Answers HTTP requests, with one status and JSON text per method and path, and needs no module beyond java.base. It closes each
 * connection after its answer.
 */
final class TinyServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> answers;

    private TinyServer(ServerSocket socket, Map<String, String> answers) {
        this.socket = socket;
        this.answers = answers;
    }

    /** Starts a server; an entry is such as {@code "GET /jobs/1"} and {@code "200 {}"}. */
    static TinyServer start(Map<String, String> answers) throws IOException {
        TinyServer server = new TinyServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answers);
        Thread thread = new Thread(server::serve, "tiny server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    String url() {
        return "http://localhost:" + socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                answer(connection);
            } catch (IOException e) {
                if (!socket.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(Socket connection) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
        String request = in.readLine();
        int bodyLength = 0;
        for (String header = in.readLine(); header != null && !header.isEmpty(); header = in.readLine()) {
            if (header.toLowerCase().startsWith("content-length:")) {
                bodyLength = Integer.parseInt(header.substring("content-length:".length()).trim());
            }
        }
        in.skip(bodyLength);
        String answer = answers.getOrDefault(request.substring(0, request.lastIndexOf(' ')), "404 {}");
        connection.getOutputStream().write(response(answer).getBytes(StandardCharsets.UTF_8));
    }

    private static String response(String answer) {
        String status = answer.substring(0, 3);
        String json = answer.substring(4);
        return "HTTP/1.1 " + status + " .\r\nContent-Type: application/json\r\nContent-Length: "
                + json.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + json;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
