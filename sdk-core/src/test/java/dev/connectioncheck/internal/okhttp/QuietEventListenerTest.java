package dev.connectioncheck.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.Wire;
import dev.connectioncheck.toy.LogBook;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.CipherSuite;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.TlsVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's event listener hears everything, and its exceptions nobody; the guard hears of its own events besides. */
class QuietEventListenerTest {
    private static final HttpUrl URL = HttpUrl.get("https://vendor.test/");
    private static final Request REQUEST =
            new Request.Builder().url(URL).tag(Attempt.class, new Attempt()).build();
    private static final InetSocketAddress ADDRESS = InetSocketAddress.createUnresolved("proxy.test", 3128);
    private static final Proxy NEW_PROXY = new Proxy(Proxy.Type.HTTP, ADDRESS);

    private final Call call = new OkHttpClient().newCall(REQUEST);
    private final HeardEvents user = new HeardEvents();
    private final ConnectGuard guard = new ConnectGuard();
    private final EventListener quiet = around(user);

    /** All that the OkHttp at hand tells, in one order; one that a later version adds is missed here first. */
    static Stream<Method> events() {
        return Arrays.stream(EventListener.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !Modifier.isFinal(method.getModifiers()))
                .sorted(Comparator.comparing(Method::toString));
    }

    static Stream<Method> eventsOfTheGuard() {
        List<String> names = Arrays.stream(ConnectGuard.class.getDeclaredMethods())
                .map(Method::getName)
                .toList();
        return events().filter(event -> names.contains(event.getName()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventIsToldToTheUsersListenerAsOkHttpTellsIt(Method event) throws Exception {
        List<Object> arguments = argumentsOf(event, Proxy.NO_PROXY);

        event.invoke(quiet, arguments.toArray());

        assertThat(user.heard).containsExactly(told(event, arguments));
    }

    @ParameterizedTest
    @MethodSource("events")
    void whatAListenerThrowsAtAnyEventIsLoggedAndGoesNoFurther(Method event) throws Exception {
        user.fault = new AssertionError("a user's secret");

        try (LogBook.Reading log = LogBook.read()) {
            event.invoke(quiet, argumentsOf(event, Proxy.NO_PROXY).toArray());

            assertThat(log.lines()).extracting(LogBook.Line::words).contains(threw("java.lang.AssertionError"));
        }
    }

    @ParameterizedTest
    @MethodSource("eventsOfTheGuard")
    void whatTheGuardRefusesIsRefusedWhateverTheUsersListenerDoes(Method event) {
        user.fault = new AssertionError("a user's");
        List<Object> arguments = argumentsOf(event, NEW_PROXY);
        call.cancel();

        assertThatExceptionOfType(InvocationTargetException.class)
                .isThrownBy(() -> event.invoke(quiet, arguments.toArray()))
                .withCauseInstanceOf(IOException.class);

        assertThat(user.heard).containsExactly(told(event, arguments));
    }

    @Test
    void theGuardHearsOfConnectionsAndHandshakesThatBegin() {
        assertThat(eventsOfTheGuard())
                .extracting(Method::getName)
                .containsExactlyInAnyOrder("connectStart", "secureConnectStart");
    }

    @Test
    void ofAFactoryThatThrowsTheGuardIsLeftAndTheFaultIsLogged() {
        try (LogBook.Reading log = LogBook.read()) {
            EventListener left = QuietEventListener.around(
                            created -> {
                                throw new IllegalStateException("a user's secret");
                            },
                            guard)
                    .create(call);

            assertThat(left).isSameAs(guard);
            assertThat(log.lines()).extracting(LogBook.Line::words).contains(threw("java.lang.IllegalStateException"));
        }
    }

    @Test
    void ofNobodyTheGuardIsLeft() {
        assertThat(around(EventListener.NONE)).isSameAs(guard);
    }

    private EventListener around(EventListener listener) {
        return QuietEventListener.around(created -> listener, guard).create(call);
    }

    private static String threw(String what) {
        return "An EventListener threw " + what + "; the call goes on without it.";
    }

    private static List<Object> told(Method event, List<Object> arguments) {
        List<Object> told = new ArrayList<>(arguments);
        told.add(0, event.getName());
        return told;
    }

    private List<Object> argumentsOf(Method event, Proxy proxy) {
        Map<Class<?>, Object> samples = Map.ofEntries(
                Map.entry(Call.class, call),
                Map.entry(Dispatcher.class, new Dispatcher()),
                Map.entry(HttpUrl.class, URL),
                Map.entry(String.class, URL.host()),
                Map.entry(List.class, List.of(InetAddress.getLoopbackAddress())),
                Map.entry(InetSocketAddress.class, ADDRESS),
                Map.entry(Proxy.class, proxy),
                Map.entry(
                        Handshake.class,
                        Handshake.get(TlsVersion.TLS_1_3, CipherSuite.TLS_AES_128_GCM_SHA256, List.of(), List.of())),
                Map.entry(Protocol.class, Protocol.HTTP_2),
                Map.entry(Connection.class, Wire.connection(new Socket())),
                Map.entry(Request.class, REQUEST),
                Map.entry(Response.class, Wire.response(REQUEST, 200, "")),
                Map.entry(IOException.class, new IOException("refused")),
                Map.entry(long.class, 4_096L),
                Map.entry(boolean.class, true));
        return Arrays.stream(event.getParameterTypes())
                .map(type -> Objects.requireNonNull(samples.get(type), () -> "no sample of " + type))
                .toList();
    }
}
