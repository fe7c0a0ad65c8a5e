package dev.connectioncheck.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.BufferedSink;

/** Bodies that are too large to hold: written piece by piece, as fast as the client takes them. */
final class StreamedBody {
    private static final int PIECE = 8192;
    private static final String OPEN = "{\"padding\":";

    private StreamedBody() {}

    static MockResponse huge(Answer answer, long size) {
        return sized(answer, OPEN + "\"", size, "\"" + rest(answer), sink -> repeat(sink, 'a', size));
    }

    static MockResponse nested(Answer answer, long levels) {
        return sized(answer, OPEN, 2 * levels, rest(answer), sink -> {
            repeat(sink, '[', levels);
            repeat(sink, ']', levels);
        });
    }

    static MockResponse invalidUtf8(Answer answer) {
        byte[] invalid = {(byte) 0xC3, (byte) 0x28};
        return sized(answer, OPEN + "\"", invalid.length, "\"" + rest(answer), sink -> sink.write(invalid));
    }

    static MockResponse gzipBomb(Answer answer, long size) {
        Part body = sink -> {
            // Closing it would close the connection under the server, so it is only finished.
            GZIPOutputStream zip = new GZIPOutputStream(sink.outputStream(), PIECE);
            byte[] spaces = " ".repeat(PIECE).getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written < size; written += PIECE) {
                zip.write(spaces);
            }
            zip.write(Wires.filled(answer).body().getBytes(StandardCharsets.UTF_8));
            zip.finish();
        };
        return response(answer, -1, body)
                .addHeader("Content-Encoding", "gzip")
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build();
    }

    static MockResponse endless(Answer answer) {
        Part body = sink -> {
            chunk(sink, OPEN + "\"");
            while (true) {
                chunk(sink, "a".repeat(PIECE));
            }
        };
        return response(answer, -1, body)
                .addHeader("Transfer-Encoding", "chunked")
                .build();
    }

    private static MockResponse sized(Answer answer, String before, long length, String after, Part middle) {
        byte[] end = after.getBytes(StandardCharsets.UTF_8);
        return response(answer, before.length() + length + end.length, sink -> {
                    sink.writeUtf8(before);
                    middle.write(sink);
                    sink.write(end);
                })
                .build();
    }

    private static MockResponse.Builder response(Answer answer, long length, Part part) {
        MockResponse.Builder response = Wires.filled(answer).toResponse().body(new MockResponseBody() {
            @Override
            public long getContentLength() {
                return length;
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                part.write(sink);
            }
        });
        return length < 0 ? response.removeHeader("Content-Length") : response;
    }

    /** The answer itself follows the padding, so that a client which reads on finds a verdict it could believe. */
    private static String rest(Answer answer) {
        String body = Wires.filled(answer).body();
        return body.startsWith("{") && body.length() > 2 ? "," + body.substring(1) : "}";
    }

    private static void repeat(BufferedSink sink, char unit, long count) throws IOException {
        byte[] piece = String.valueOf(unit).repeat(PIECE).getBytes(StandardCharsets.UTF_8);
        for (long left = count; left > 0; left -= PIECE) {
            sink.write(piece, 0, (int) Math.min(left, PIECE));
        }
    }

    private static void chunk(BufferedSink sink, String text) throws IOException {
        Buffer chunk = new Buffer().writeUtf8(text);
        sink.writeHexadecimalUnsignedLong(chunk.size()).writeUtf8("\r\n");
        sink.write(chunk, chunk.size());
        sink.writeUtf8("\r\n");
    }

    @FunctionalInterface
    private interface Part {
        void write(BufferedSink sink) throws IOException;
    }
}
