package dev.connectioncheck.internal.okhttp;

import dev.connectioncheck.internal.wire.Attempt;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Call;
import okhttp3.EventListener;

/**
 * Sees to it that no call hangs while it connects.
 *
 * <p>A call is ended by cancelling it, and OkHttp 5.5.1 forgets a cancel that comes after the connection was made and
 * before its TLS handshake, or the tunnel through a proxy, begins; it ignores every later one ({@code ConnectPlan}).
 * With a silent server the handshake would then last for ever, and its thread with it. So a cancelled call is ended
 * when its handshake begins: from then on OkHttp hears a cancel again. Nothing tells when a tunnel begins. Therefore
 * the reads of a call that may need one are bounded, which costs each read a little; of a client that has only ever
 * connected without a proxy they are not. If such a one meets a proxy, its attempt is ended before it connects, and the
 * next has the bound.
 *
 * <p>Used by all threads; what it has learned is volatile, and only ever turns from direct to tunnels.
 */
final class ConnectGuard extends EventListener {
    private volatile boolean connectsDirectly;
    private volatile boolean usesTunnels;

    /** Tells whether the client's next connection may need a tunnel. */
    boolean mayTunnel() {
        return usesTunnels || !connectsDirectly;
    }

    @Override
    public void connectStart(Call call, InetSocketAddress address, Proxy proxy) {
        if (proxy.type() != Proxy.Type.HTTP || !call.request().isHttps()) {
            connectsDirectly = true;
            return;
        }
        usesTunnels = true;
        Attempt attempt = Attempt.of(call);
        if (attempt != null && !attempt.hasReadBound()) {
            throw ConnectGuard.<RuntimeException>unchecked(
                    new IOException("the proxy is new; the next attempt uses it"));
        }
    }

    @Override
    public void secureConnectStart(Call call) {
        if (call.isCanceled()) {
            throw ConnectGuard.<RuntimeException>unchecked(new IOException("Canceled"));
        }
    }

    /** OkHttp, whose language has no checked exceptions, takes it for a failure of the connection, which it is. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchecked(IOException failure) throws E {
        throw (E) failure;
    }
}
