package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.ByteString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FaultTest {
    private static final String FAILED = "{\"error\":\"connection refused by the database\"}";
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int SILENCE_MILLIS = 500;

    private final Sandbox sandbox = Sandbox.start();
    private final OkHttpClient client = new OkHttpClient.Builder()
            .readTimeout(Duration.ofMillis(PATIENCE_MILLIS))
            .retryOnConnectionFailure(false)
            .followRedirects(false)
            .build();

    @AfterEach
    void close() {
        client.connectionPool().evictAll();
        client.dispatcher().executorService().shutdown();
        sandbox.close();
    }

    @Test
    void aStatusBringsTheVendorsOwnBody() throws IOException {
        try (Response response = ping(Fault.status(401))) {
            assertThat(response.code()).isEqualTo(401);
            assertThat(response.body().string()).isEqualTo("{\"error\":\"unauthorized\"}");
        }
    }

    @Test
    void aGatewaysStatusBringsAPage() throws IOException {
        try (Response response = ping(Fault.status(503).retryAfter("2"))) {
            assertThat(response.header("Retry-After")).isEqualTo("2");
            assertThat(response.header("Content-Type")).isEqualTo("text/html");
            assertThat(response.body().string()).contains("503 Service Temporarily Unavailable");
        }
    }

    @Test
    void aBodyOfOnesOwnReplacesTheVendors() throws IOException {
        try (Response response =
                ping(Fault.status(418).body("text/tea", "short").header("X-Pot", "stout"))) {
            assertThat(response.code()).isEqualTo(418);
            assertThat(response.headers("Content-Type")).containsExactly("text/tea");
            assertThat(response.header("X-Pot")).isEqualTo("stout");
            assertThat(response.body().string()).isEqualTo("short");
        }
    }

    @Test
    void onlyFinalStatusesAreTaken() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(100));
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(600));
    }

    @Test
    void textWithTwoHundredIsSentAsItStands() throws IOException {
        assertThat(bodyOf(Fault.json("{\"result\":"))).isEqualTo("{\"result\":");
        assertThat(bodyOf(Fault.html())).startsWith("<!DOCTYPE html>");
        assertThat(bodyOf(Fault.empty(202))).isEmpty();
    }

    @Test
    void theVendorsAnswerCanBeRewritten() throws IOException {
        assertThat(bodyOf(Fault.rewritten(body -> body.replace("{", "{\"error\":\"\","))))
                .isEqualTo(FAILED.replace("{", "{\"error\":\"\","));
    }

    @Test
    void truncatedJsonIsHalfTheAnswerUnderAnHonestLength() throws IOException {
        assertThat(bodyOf(Fault.truncatedJson())).isEqualTo(FAILED.substring(0, FAILED.length() / 2));
    }

    @Test
    void contentTypesAreReplacedOrLeftOut() throws IOException {
        try (Response other = ping(Fault.contentType("text/plain"));
                Response none = ping(Fault.noContentType())) {
            assertThat(other.headers("Content-Type")).containsExactly("text/plain");
            assertThat(none.headers("Content-Type")).isEmpty();
            assertThat(none.body().string()).isEqualTo(FAILED);
        }
    }

    @Test
    void aResetBeforeTheHeadersIsAReset() {
        assertThatThrownBy(() -> rawAnswer(Fault.resetBeforeHeaders())).isInstanceOf(SocketException.class);
    }

    @Test
    void aResetInsideTheHeadersFollowsHalfALine() throws IOException {
        assertThat(rawUntilTheEnd(Fault.resetInsideHeaders())).isEqualTo("HTTP/1.1 200 OK\r\nContent-Ty");
    }

    @Test
    void aResetAfterTheHeadersLeavesTheBodyUnsent() throws IOException {
        assertThat(rawUntilTheEnd(Fault.resetAfterHeaders()))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .contains("Content-Length: " + FAILED.length())
                .endsWith("\r\n\r\n");
    }

    @Test
    void aResetInsideTheBodyFollowsHalfOfIt() throws IOException {
        assertThat(rawUntilTheEnd(Fault.resetInsideBody()))
                .endsWith("\r\n\r\n" + FAILED.substring(0, FAILED.length() / 2));
    }

    @Test
    void silencesSayAsMuchAsTheirNamesAndNoMore() throws Exception {
        Future<String> beforeHeaders = silence(Fault.silentBeforeHeaders());
        Future<String> insideHeaders = silence(Fault.silentInsideHeaders());
        Future<String> afterHeaders = silence(Fault.silentAfterHeaders());
        Future<String> insideBody = silence(Fault.silentInsideBody());
        Future<String> byteASecond = silence(Fault.byteASecond());

        assertThat(beforeHeaders.get()).isEmpty();
        assertThat(insideHeaders.get()).isEqualTo("HTTP/1.1 200 OK\r\nContent-Ty");
        assertThat(afterHeaders.get()).endsWith("\r\n\r\n");
        assertThat(insideBody.get()).endsWith(FAILED.substring(0, FAILED.length() / 2));
        assertThat(byteASecond.get()).endsWith("\r\n\r\n{");
    }

    /** Waits for silence on a thread of its own, so that five cost no more time than one. */
    private Future<String> silence(Fault fault) {
        FutureTask<String> heard = new FutureTask<>(() -> rawUntilSilence(fault));
        new Thread(heard).start();
        return heard;
    }

    @Test
    void endlessHeadersOverrunEveryBound() {
        assertThatThrownBy(() -> ping(Fault.endlessHeaders())).isInstanceOf(IOException.class);
    }

    @Test
    void anEndlessBodyGoesOnForMegabytes() throws IOException {
        try (Response response = ping(Fault.endlessBody())) {
            assertThat(response.code()).isEqualTo(200);
            response.body().source().skip(20L << 20);
        }
    }

    @Test
    void aGzipBombUnpacksToItsSizeAndTheAnswer() throws IOException {
        try (Response response = ping(Fault.gzipBomb(8))) {
            response.body().source().skip(8L << 20);
            assertThat(response.body().source().readUtf8()).isEqualTo(FAILED);
        }
    }

    @Test
    void hugeJsonIsWellFormedAndEndsWithTheAnswer() throws IOException {
        String body = bodyOf(Fault.hugeJson(2));

        assertThat(body).hasSizeGreaterThan(2 << 20).endsWith("a\"," + FAILED.substring(1));
        assertThat(Json.read(body).orElseThrow().path("error").asText()).startsWith("connection refused");
    }

    @Test
    void nestingIsAsDeepAsAskedAndBalanced() throws IOException {
        assertThat(bodyOf(Fault.deeplyNested(9000)))
                .isEqualTo("{\"padding\":" + "[".repeat(9000) + "]".repeat(9000) + "," + FAILED.substring(1));
    }

    @Test
    void invalidUtf8CannotBeDecoded() throws IOException {
        try (Response response = ping(Fault.invalidUtf8())) {
            ByteString body = response.body().byteString();
            assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(body.asByteBuffer()))
                    .isInstanceOf(MalformedInputException.class);
        }
    }

    @Test
    void contentLengthsLieBothWays() throws IOException {
        assertThatThrownBy(() -> bodyOf(Fault.contentLengthTooLong()))
                .isInstanceOfAny(EOFException.class, ProtocolException.class);
        assertThat(bodyOf(Fault.contentLengthTooShort())).isEqualTo(FAILED.substring(0, FAILED.length() / 2));
    }

    @Test
    void aKeptAliveConnectionIsClosedAfterAWholeAnswerThatDidNotSaySo() throws IOException {
        String answer = rawAnswer(Fault.closedAfterwards());

        assertThat(answer).endsWith(FAILED).doesNotContainIgnoringCase("Connection: close");
    }

    @Test
    void theFillerOfAnAnswerWithoutBodyIsNoVerdict() throws IOException {
        Behavior good = Behavior.passes().at(Phase.START, Fault.deeplyNested(3));
        try (Response response = ping(good)) {
            assertThat(response.code()).isEqualTo(200);
            assertThat(response.body().string()).contains("[[[]]]").doesNotContain("error");
        }
    }

    @Test
    void faultsOfTheFirstRequestsEndAndFurtherOnesFollow() {
        Behavior behavior =
                Behavior.passes().at(Phase.START, Fault.status(404), 2).at(Phase.START, Fault.status(503), 1);

        assertThat(codes(behavior, 5)).containsExactly(404, 404, 503, 204, 204);
    }

    @Test
    void alternatingFaultsStrikeEveryOtherRequestFromTheFirst() {
        assertThat(codes(Behavior.passes().alternating(Phase.START, Fault.status(500)), 4))
                .containsExactly(500, 204, 500, 204);
    }

    @Test
    void faultsOfOnePhaseLeaveTheOthersAlone() {
        assertThat(codes(Behavior.passes().at(Phase.POLL, Fault.status(500)), 1))
                .containsExactly(204);
    }

    @ParameterizedTest
    @MethodSource("listed")
    void everyListedFaultAnswersSomethingOrNothingButEndsWithTheSandbox(Fault fault) throws IOException {
        try (Socket socket = ask(fault)) {
            sandbox.close();

            assertThat(drained(socket)).isTrue();
        }
    }

    @Test
    void theListNamesEveryFaultOnceAndEveryRegisteredStatus() {
        List<String> names = Stream.of(Faults.all(), Faults.http2())
                .flatMap(List::stream)
                .map(Fault::name)
                .toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).isNotBlank());
        assertThat(names).contains("status 300", "status 308", "status 451", "status 511", "one byte a second");
        assertThat(names).doesNotContain("status 306", "status 418", "status 509");
    }

    @Test
    void doubledKeysAndGrownNumbersStayWellFormed() throws IOException {
        String doubled = bodyOf(listed("duplicate keys"));
        String grown = bodyOf(listed("numbers past 64 bits"));

        assertThat(doubled).isEqualTo(FAILED.substring(0, FAILED.length() - 1) + "," + FAILED.substring(1));
        assertThat(Json.read(grown).orElseThrow().path("padding").isBigInteger())
                .isTrue();
    }

    @Test
    void bodilessStatusesLeaveTheConnectionClean() {
        assertThat(codes(Behavior.passes().alternating(Phase.START, Fault.status(304)), 4))
                .containsExactly(304, 204, 304, 204);
    }

    private static Fault listed(String name) {
        return listed().filter(fault -> fault.name().equals(name)).findFirst().orElseThrow();
    }

    static Stream<Fault> listed() {
        return Stream.concat(Faults.wire().stream(), Faults.bodies().stream());
    }

    private String bodyOf(Fault fault) throws IOException {
        try (Response response = ping(fault)) {
            return response.body().string();
        }
    }

    private Response ping(Fault fault) throws IOException {
        return ping(Behavior.fails("connection refused by the database").at(Phase.START, fault));
    }

    private Response ping(Behavior behavior) throws IOException {
        return client.newCall(request(behavior)).execute();
    }

    private List<Integer> codes(Behavior behavior, int times) {
        Request request = request(behavior);
        return Stream.generate(() -> request)
                .limit(times)
                .map(again -> {
                    try (Response response = client.newCall(again).execute()) {
                        return response.code();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private Request request(Behavior behavior) {
        return new Request.Builder()
                .url(sandbox.artie().baseUrl() + "/connectors/ping")
                .header("Authorization", "Bearer " + sandbox.artie().apiKey())
                .post(RequestBody.create(body(behavior).getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private String body(Behavior behavior) {
        return Json.write(Json.object(
                "type", "postgresql", "sharedConfig", sandbox.artie().unsaved(behavior)));
    }

    private Socket ask(Fault fault) throws IOException {
        String body = body(Behavior.fails("connection refused by the database").at(Phase.START, fault));
        URI url = URI.create(sandbox.artie().baseUrl());
        Socket socket = new Socket(url.getHost(), url.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        OutputStream out = socket.getOutputStream();
        out.write(("POST /connectors/ping HTTP/1.1\r\nHost: " + url.getAuthority() + "\r\nAuthorization: Bearer "
                        + sandbox.artie().apiKey() + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8));
        out.flush();
        return socket;
    }

    /** Everything up to the orderly end of the connection; a reset throws. */
    private String rawAnswer(Fault fault) throws IOException {
        try (Socket socket = ask(fault)) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String rawUntilTheEnd(Fault fault) throws IOException {
        return rawUntil(SocketException.class, fault, PATIENCE_MILLIS);
    }

    private String rawUntilSilence(Fault fault) throws IOException {
        return rawUntil(SocketTimeoutException.class, fault, SILENCE_MILLIS);
    }

    /** Everything up to the expected end. */
    private String rawUntil(Class<? extends IOException> end, Fault fault, int patience) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Socket socket = ask(fault)) {
            socket.setSoTimeout(patience);
            InputStream in = socket.getInputStream();
            for (int next = in.read(); next >= 0; next = in.read()) {
                text.append((char) next);
            }
        } catch (IOException e) {
            assertThat(e).as("after: %s", text).isInstanceOf(end);
            return text.toString();
        }
        throw new AssertionError("an orderly end after: " + text);
    }

    private static boolean drained(Socket socket) throws IOException {
        byte[] buffer = new byte[1 << 16];
        socket.setSoTimeout(5000);
        try {
            while (socket.getInputStream().read(buffer) >= 0) {
                // Only the end matters.
            }
        } catch (SocketTimeoutException e) {
            return false;
        } catch (SocketException e) {
            return true;
        }
        return true;
    }
}
