package dev.connectioncheck.internal.okhttp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.List;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.Handshake;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells a user's event listener what happens, and keeps what it throws from going further: OkHttp tells it while it
 * hands calls to threads, and a listener that throws there would strand the calls that come after its own. The guard of
 * its client hears of what it has to.
 *
 * <p>Used by all threads, as the user's listener has to be.
 */
final class QuietEventListener extends EventListener {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connectioncheck");

    private final EventListener listener;
    private final ConnectGuard guard;

    private QuietEventListener(EventListener listener, ConnectGuard guard) {
        this.listener = listener;
        this.guard = guard;
    }

    /**
     * Returns a factory of listeners that do not throw what a user's throws; if the given one throws itself, only the
     * guard listens to the call.
     */
    static Factory around(Factory factory, ConnectGuard guard) {
        return call -> {
            try {
                EventListener listener = factory.create(call);
                return listener == EventListener.NONE ? guard : new QuietEventListener(listener, guard);
            } catch (Throwable e) {
                logged(e);
                return guard;
            }
        };
    }

    private static void tell(Runnable event) {
        try {
            event.run();
        } catch (Throwable e) {
            logged(e);
        }
    }

    /** Logs the class alone: the message may be a user's and hold anything. */
    private static void logged(Throwable thrown) {
        LOG.warn(
                "An EventListener threw {}; the call goes on without it.",
                thrown.getClass().getName());
    }

    @Override
    public void callStart(Call call) {
        tell(() -> listener.callStart(call));
    }

    @Override
    public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
        tell(() -> listener.dispatcherQueueStart(call, dispatcher));
    }

    @Override
    public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
        tell(() -> listener.dispatcherQueueEnd(call, dispatcher));
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        tell(() -> listener.proxySelectStart(call, url));
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        tell(() -> listener.proxySelectEnd(call, url, proxies));
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        tell(() -> listener.dnsStart(call, domainName));
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        tell(() -> listener.dnsEnd(call, domainName, addresses));
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        tell(() -> listener.connectStart(call, address, proxy));
        guard.connectStart(call, address, proxy);
    }

    @Override
    public void secureConnectStart(Call call) {
        tell(() -> listener.secureConnectStart(call));
        guard.secureConnectStart(call);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        tell(() -> listener.secureConnectEnd(call, handshake));
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        tell(() -> listener.connectEnd(call, address, proxy, protocol));
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        tell(() -> listener.connectFailed(call, address, proxy, protocol, failure));
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        tell(() -> listener.connectionAcquired(call, connection));
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        tell(() -> listener.connectionReleased(call, connection));
    }

    @Override
    public void requestHeadersStart(Call call) {
        tell(() -> listener.requestHeadersStart(call));
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        tell(() -> listener.requestHeadersEnd(call, request));
    }

    @Override
    public void requestBodyStart(Call call) {
        tell(() -> listener.requestBodyStart(call));
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        tell(() -> listener.requestBodyEnd(call, byteCount));
    }

    @Override
    public void requestFailed(Call call, IOException failure) {
        tell(() -> listener.requestFailed(call, failure));
    }

    @Override
    public void responseHeadersStart(Call call) {
        tell(() -> listener.responseHeadersStart(call));
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        tell(() -> listener.responseHeadersEnd(call, response));
    }

    @Override
    public void responseBodyStart(Call call) {
        tell(() -> listener.responseBodyStart(call));
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        tell(() -> listener.responseBodyEnd(call, byteCount));
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        tell(() -> listener.responseFailed(call, failure));
    }

    @Override
    public void callEnd(Call call) {
        tell(() -> listener.callEnd(call));
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        tell(() -> listener.callFailed(call, failure));
    }

    @Override
    public void canceled(Call call) {
        tell(() -> listener.canceled(call));
    }

    @Override
    public void satisfactionFailure(Call call, Response response) {
        tell(() -> listener.satisfactionFailure(call, response));
    }

    @Override
    public void cacheHit(Call call, Response response) {
        tell(() -> listener.cacheHit(call, response));
    }

    @Override
    public void cacheMiss(Call call) {
        tell(() -> listener.cacheMiss(call));
    }

    @Override
    public void cacheConditionalHit(Call call, Response response) {
        tell(() -> listener.cacheConditionalHit(call, response));
    }

    @Override
    public void retryDecision(Call call, IOException failure, boolean retry) {
        tell(() -> listener.retryDecision(call, failure, retry));
    }

    @Override
    public void followUpDecision(Call call, Response response, @Nullable Request request) {
        tell(() -> listener.followUpDecision(call, response, request));
    }
}
