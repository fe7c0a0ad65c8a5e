package dev.connectioncheck.internal.okhttp;

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
 * thread of its own, shared by all calls that wait for the name, and a call waits for it no longer than its connect
 * time-out, and not at all once it is cancelled. One that was given up holds up nobody: who comes later, or still
 * waits, begins another beside it. Addresses are not looked up, and kept connections need none.
 *
 * <p>Used by all threads; the map guards itself, and each entry has a lock of its own.
 */
final class NameLookup implements Dns {
    private static final String TOOK_TOO_LONG = "the look-up took too long";

    private static final long LOOK_MILLIS = 20;
    private static final ThreadLocal<Interceptor.@Nullable Chain> CHAIN = new ThreadLocal<>();

    private final Dns dns;
    private final Map<String, SharedLookup> underWay = new ConcurrentHashMap<>();

    NameLookup(Dns dns) {
        this.dns = dns;
    }

    /**
     * Sends a request, and remembers its call for the look-up that it may lead to, which OkHttp does on this thread.
     */
    Response proceed(Interceptor.Chain chain) throws IOException {
        CHAIN.set(chain);
        try {
            return chain.proceed(chain.request());
        } finally {
            CHAIN.remove();
        }
    }

    @Override
    public List<InetAddress> lookup(String name) throws UnknownHostException {
        SharedLookup lookup = underWay.computeIfAbsent(name, this::lookupOf);
        try {
            return waitedFor(name, lookup);
        } catch (GivenUpException e) {
            lookup.giveUp();
            throw unknownHost(String.valueOf(e.getMessage()), null);
        }
    }

    private SharedLookup lookupOf(String name) {
        SharedLookup lookup = new SharedLookup(() -> dns.lookup(name));
        CompletableFuture<?> unused = lookup.found().whenComplete((found, error) -> underWay.remove(name, lookup));
        return lookup;
    }

    private static List<InetAddress> waitedFor(String name, SharedLookup lookup)
            throws UnknownHostException, GivenUpException {
        Interceptor.Chain chain = CHAIN.get();
        long began = System.nanoTime();
        lookup.begin();
        while (!isDone(lookup.found())) {
            if (!mayGoOn(chain, began)) {
                throw new GivenUpException(name + ": " + TOOK_TOO_LONG);
            }
            lookup.begin();
        }
        return found(name, lookup.found());
    }

    /** Waits for a moment. */
    private static boolean isDone(CompletableFuture<?> found) throws GivenUpException {
        try {
            found.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GivenUpException("the look-up was interrupted");
        }
    }

    private static List<InetAddress> found(String name, CompletableFuture<List<InetAddress>> found)
            throws UnknownHostException {
        try {
            return found.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof UnknownHostException unknown ? unknown : unknownHost(name, e.getCause());
        }
    }

    private static boolean mayGoOn(Interceptor.@Nullable Chain chain, long began) {
        if (chain == null) {
            return true;
        }
        long limit = TimeUnit.MILLISECONDS.toNanos(chain.connectTimeoutMillis());
        return !chain.call().isCanceled() && (limit == 0 || System.nanoTime() - began < limit);
    }

    private static UnknownHostException unknownHost(String message, @Nullable Throwable cause) {
        UnknownHostException failure = new UnknownHostException(message);
        failure.initCause(cause);
        return failure;
    }

    /** Says why a call waits no longer. */
    private static final class GivenUpException extends Exception {
        private static final long serialVersionUID = 1L;

        GivenUpException(String why) {
            super(why, null, false, false);
        }
    }
}
