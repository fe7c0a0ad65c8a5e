package dev.connectioncheck.internal.wire;

import dev.connectioncheck.internal.async.DaemonThreads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Looks names up without letting a call hang in it.
 *
 * <p>A name look-up of the JDK hears no time-out, no cancelling and no interrupt, and may take minutes. So it runs on a
 * thread of its own, one for each name however many calls wait, and a call waits for it no longer than its connect
 * time-out, and not at all once it is cancelled. Addresses are not looked up, and kept connections need none.
 */
final class NameLookup implements Dns, Interceptor {
    private static final long LOOK_MILLIS = 20;
    private static final ThreadLocal<@Nullable Chain> CHAIN = new ThreadLocal<>();

    private final Dns dns;
    private final Map<String, CompletableFuture<List<InetAddress>>> underWay = new ConcurrentHashMap<>();

    NameLookup(Dns dns) {
        this.dns = dns;
    }

    /** Remembers the call for the look-up that it may lead to, which OkHttp does on the same thread. */
    @Override
    public Response intercept(Chain chain) throws IOException {
        CHAIN.set(chain);
        try {
            return chain.proceed(chain.request());
        } finally {
            CHAIN.remove();
        }
    }

    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        CompletableFuture<List<InetAddress>> lookup = underWay.computeIfAbsent(name, this::begin);
        Chain chain = CHAIN.get();
        long began = System.nanoTime();
        while (!isDone(lookup)) {
            if (!mayGoOn(chain, began)) {
                throw failed(name + ": the look-up took too long", null);
            }
        }
        return found(name, lookup);
    }

    /** Waits for a moment. */
    private static boolean isDone(CompletableFuture<?> lookup) throws UnknownHostException {
        try {
            lookup.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("the look-up was interrupted", null);
        }
    }

    private static List<InetAddress> found(String name, CompletableFuture<List<InetAddress>> lookup)
            throws UnknownHostException {
        try {
            return lookup.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : failed(name, e.getCause());
        }
    }

    private static boolean mayGoOn(@Nullable Chain chain, long began) {
        if (chain == null) {
            return true;
        }
        long limit = TimeUnit.MILLISECONDS.toNanos(chain.connectTimeoutMillis());
        return !chain.call().isCanceled() && (limit == 0 || System.nanoTime() - began < limit);
    }

    private CompletableFuture<List<InetAddress>> begin(String name) {
        CompletableFuture<List<InetAddress>> lookup = new CompletableFuture<>();
        DaemonThreads.EXECUTOR.execute(() -> {
            try {
                lookup.complete(dns.lookup(name));
            } catch (Exception | Error e) {
                lookup.completeExceptionally(e);
            } finally {
                underWay.remove(name, lookup);
            }
        });
        return lookup;
    }

    private static UnknownHostException failed(String message, @Nullable Throwable cause) {
        UnknownHostException failure = new UnknownHostException(message);
        failure.initCause(cause);
        return failure;
    }
}
