package dev.connectioncheck.benchmarks.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;

/** Serves one kept-alive connection on a thread of its own. */
final class Connection implements Runnable {
    /** Where the number of requests can be asked for. */
    static final String COUNT = "/requests";

    private static final String LENGTH = "\r\ncontent-length: ";

    private final Socket socket;
    private final Routes routes;
    private final long answerMillis;
    private final LongAdder requests;
    private final byte[] buffer = new byte[1 << 14];
    private int filled;

    Connection(Socket socket, Routes routes, long answerMillis, LongAdder requests) {
        this.socket = socket;
        this.routes = routes;
        this.answerMillis = answerMillis;
        this.requests = requests;
    }

    @Override
    public void run() {
        try (socket) {
            InputStream in = socket.getInputStream();
            OutputStream out = socket.getOutputStream();
            while (true) {
                int head = readHead(in);
                if (head < 0) {
                    return;
                }
                out.write(answer(text(head)));
                drop(head);
            }
        } catch (IOException e) {
            // The client went away, which is its right.
        }
    }

    /** Returns the length of the next request's head, whose body is in the buffer too; -1 at the end. */
    private int readHead(InputStream in) throws IOException {
        while (true) {
            int head = endOfHead();
            if (head > 0 && filled >= head + bodyLength(head)) {
                return head;
            }
            int read = in.read(buffer, filled, buffer.length - filled);
            if (read < 0) {
                return -1;
            }
            filled += read;
        }
    }

    private int endOfHead() {
        for (int at = 3; at < filled; at++) {
            if (buffer[at] == '\n' && buffer[at - 1] == '\r' && buffer[at - 2] == '\n' && buffer[at - 3] == '\r') {
                return at + 1;
            }
        }
        return -1;
    }

    private int bodyLength(int head) {
        String text = text(head).toLowerCase(Locale.ROOT);
        int at = text.indexOf(LENGTH);
        return at < 0 ? 0 : Integer.parseInt(text, at + LENGTH.length(), text.indexOf('\r', at + 2), 10);
    }

    private String text(int head) {
        return new String(buffer, 0, head, StandardCharsets.ISO_8859_1);
    }

    private void drop(int head) {
        int end = head + bodyLength(head);
        System.arraycopy(buffer, end, buffer, 0, filled - end);
        filled -= end;
    }

    private byte[] answer(String head) {
        String path = head.substring(head.indexOf(' ') + 1, head.indexOf(" HTTP/"));
        if (path.equals(COUNT)) {
            return Answers.count(requests.sum());
        }
        requests.increment();
        takeTime();
        return routes.answer(head.substring(0, head.indexOf(' ')), path);
    }

    private void takeTime() {
        if (answerMillis > 0) {
            try {
                Thread.sleep(answerMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
