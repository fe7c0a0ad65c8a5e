package dev.connectioncheck.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/**
 * The ways of breaking HTTP between two programs. Each ends when the sandbox closes, because that closes the socket,
 * and every wait and write below ends with its socket.
 */
final class Wires {
    private static final long FOREVER_DAYS = 1;
    private static final String HALF_A_HEADER = "HTTP/1.1 200 OK\r\nContent-Ty";
    private static final String PADDING = "a".repeat(1024);

    private Wires() {}

    static MockResponse resetBeforeHeaders(Answer answer, Exchange exchange) {
        return resetting(new MockResponse.Builder(), exchange)
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    static MockResponse resetInsideHeaders(Answer answer, Exchange exchange) {
        write(exchange.socket(), HALF_A_HEADER);
        return resetBeforeHeaders(answer, exchange);
    }

    static MockResponse resetAfterHeaders(Answer answer, Exchange exchange) {
        return resetting(headersOf(answer), exchange)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }

    static MockResponse resetInsideBody(Answer answer, Exchange exchange) {
        return resetting(filled(answer).toResponse(), exchange)
                .onResponseBody(new SocketEffect.CloseSocket())
                .build();
    }

    static MockResponse silentBeforeHeaders(Answer answer, Exchange exchange) {
        return new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build();
    }

    static MockResponse silentInsideHeaders(Answer answer, Exchange exchange) {
        write(exchange.socket(), HALF_A_HEADER);
        return silentBeforeHeaders(answer, exchange);
    }

    static MockResponse silentAfterHeaders(Answer answer, Exchange exchange) {
        return filled(answer)
                .toResponse()
                .bodyDelay(FOREVER_DAYS, TimeUnit.DAYS)
                .build();
    }

    static MockResponse silentInsideBody(Answer answer, Exchange exchange) {
        return filled(answer)
                .toResponse()
                .onResponseBody(SocketEffect.Stall.INSTANCE)
                .build();
    }

    static MockResponse byteASecond(Answer answer, Exchange exchange) {
        return filled(answer).toResponse().throttleBody(1, 1, TimeUnit.SECONDS).build();
    }

    static MockResponse endlessHeaders(Answer answer, Exchange exchange) {
        boolean heard = write(exchange.socket(), "HTTP/1.1 200 OK\r\n");
        for (long number = 0; heard; number++) {
            heard = write(exchange.socket(), "X-Padding-" + number + ": " + PADDING + "\r\n");
        }
        return resetBeforeHeaders(answer, exchange);
    }

    static MockResponse closedAfterwards(Answer answer, Exchange exchange) {
        return answer.toResponse().onResponseEnd(new SocketEffect.CloseSocket()).build();
    }

    static MockResponse refusedStream(Answer answer, Exchange exchange) {
        if (exchange.isHttp2()) {
            write(exchange.socket(), Http2Frames.refused(Http2Frames.streamOf(exchange.number())));
            // Nobody reads it: the client takes the stream for closed.
            return new MockResponse.Builder().build();
        }
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    static MockResponse goAway(Answer answer, Exchange exchange) {
        if (exchange.isHttp2()) {
            write(exchange.socket(), Http2Frames.goAway());
            return answer.toResponse().build();
        }
        return closedAfterwards(answer, exchange);
    }

    static MockResponse connectionDies(Answer answer, Exchange exchange) {
        exchange.connection().line().die();
        return silentBeforeHeaders(answer, exchange);
    }

    static MockResponse connectionDiesAfterwards(Answer answer, Exchange exchange) {
        exchange.connection().line().doom();
        return answer.toResponse().build();
    }

    static MockResponse contentLengthTooLong(Answer answer, Exchange exchange) {
        Answer filled = filled(answer);
        return filled.toResponse()
                .setHeader("Content-Length", bytes(filled.body()).length + 1000)
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }

    static MockResponse contentLengthTooShort(Answer answer, Exchange exchange) {
        Answer filled = filled(answer);
        return filled.toResponse()
                .setHeader("Content-Length", bytes(filled.body()).length / 2)
                .build();
    }

    /** An answer that has a body; the stand-in for an empty one must never look like a verdict. */
    static Answer filled(Answer answer) {
        return answer.hasBody() ? answer : Answer.json(200, Map.of("filler", "This answer has no body of its own."));
    }

    private static MockResponse.Builder headersOf(Answer answer) {
        Answer filled = filled(answer);
        return filled.toResponse().socketHandler(socket -> {}).setHeader("Content-Length", bytes(filled.body()).length);
    }

    /** Lets closing the socket send a reset instead of an orderly end. */
    private static MockResponse.Builder resetting(MockResponse.Builder response, Exchange exchange) {
        try {
            exchange.socket().setSoLinger(true, 0);
        } catch (IOException e) {
            // The client closed first, so there is nothing left to reset.
        }
        return response;
    }

    /** Says whether the text got away: it doesn't once the client has had enough or the sandbox closes. */
    private static boolean write(Socket socket, String text) {
        return write(socket, bytes(text));
    }

    private static boolean write(Socket socket, byte[] bytes) {
        try {
            OutputStream out = socket.getOutputStream();
            out.write(bytes);
            out.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
