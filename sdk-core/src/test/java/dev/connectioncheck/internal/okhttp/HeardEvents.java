package dev.connectioncheck.internal.okhttp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
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

/** A user's event listener, which writes down each event with its arguments, and throws then if it is told to. */
final class HeardEvents extends EventListener {
    final List<List<@Nullable Object>> heard = new ArrayList<>();

    @Nullable Error fault;

    private void heard(@Nullable Object... eventAndArguments) {
        heard.add(Arrays.asList(eventAndArguments));
        if (fault != null) {
            throw fault;
        }
    }

    @Override
    public void callStart(Call call) {
        heard("callStart", call);
    }

    @Override
    public void dispatcherQueueStart(Call call, Dispatcher dispatcher) {
        heard("dispatcherQueueStart", call, dispatcher);
    }

    @Override
    public void dispatcherQueueEnd(Call call, Dispatcher dispatcher) {
        heard("dispatcherQueueEnd", call, dispatcher);
    }

    @Override
    public void proxySelectStart(Call call, HttpUrl url) {
        heard("proxySelectStart", call, url);
    }

    @Override
    public void proxySelectEnd(Call call, HttpUrl url, List<Proxy> proxies) {
        heard("proxySelectEnd", call, url, proxies);
    }

    @Override
    public void dnsStart(Call call, String domainName) {
        heard("dnsStart", call, domainName);
    }

    @Override
    public void dnsEnd(Call call, String domainName, List<InetAddress> addresses) {
        heard("dnsEnd", call, domainName, addresses);
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        heard("connectStart", call, address, proxy);
    }

    @Override
    public void secureConnectStart(Call call) {
        heard("secureConnectStart", call);
    }

    @Override
    public void secureConnectEnd(Call call, @Nullable Handshake handshake) {
        heard("secureConnectEnd", call, handshake);
    }

    @Override
    public void connectEnd(Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol) {
        heard("connectEnd", call, address, proxy, protocol);
    }

    @Override
    public void connectFailed(
            Call call, InetSocketAddress address, Proxy proxy, @Nullable Protocol protocol, IOException failure) {
        heard("connectFailed", call, address, proxy, protocol, failure);
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
        heard("connectionAcquired", call, connection);
    }

    @Override
    public void connectionReleased(Call call, Connection connection) {
        heard("connectionReleased", call, connection);
    }

    @Override
    public void requestHeadersStart(Call call) {
        heard("requestHeadersStart", call);
    }

    @Override
    public void requestHeadersEnd(Call call, Request request) {
        heard("requestHeadersEnd", call, request);
    }

    @Override
    public void requestBodyStart(Call call) {
        heard("requestBodyStart", call);
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        heard("requestBodyEnd", call, byteCount);
    }

    @Override
    public void requestFailed(Call call, IOException failure) {
        heard("requestFailed", call, failure);
    }

    @Override
    public void responseHeadersStart(Call call) {
        heard("responseHeadersStart", call);
    }

    @Override
    public void responseHeadersEnd(Call call, Response response) {
        heard("responseHeadersEnd", call, response);
    }

    @Override
    public void responseBodyStart(Call call) {
        heard("responseBodyStart", call);
    }

    @Override
    public void responseBodyEnd(Call call, long byteCount) {
        heard("responseBodyEnd", call, byteCount);
    }

    @Override
    public void responseFailed(Call call, IOException failure) {
        heard("responseFailed", call, failure);
    }

    @Override
    public void callEnd(Call call) {
        heard("callEnd", call);
    }

    @Override
    public void callFailed(Call call, IOException failure) {
        heard("callFailed", call, failure);
    }

    @Override
    public void canceled(Call call) {
        heard("canceled", call);
    }

    @Override
    public void satisfactionFailure(Call call, Response response) {
        heard("satisfactionFailure", call, response);
    }

    @Override
    public void cacheHit(Call call, Response response) {
        heard("cacheHit", call, response);
    }

    @Override
    public void cacheMiss(Call call) {
        heard("cacheMiss", call);
    }

    @Override
    public void cacheConditionalHit(Call call, Response response) {
        heard("cacheConditionalHit", call, response);
    }

    @Override
    public void retryDecision(Call call, IOException failure, boolean retry) {
        heard("retryDecision", call, failure, retry);
    }

    @Override
    public void followUpDecision(Call call, Response response, @Nullable Request request) {
        heard("followUpDecision", call, response, request);
    }
}
