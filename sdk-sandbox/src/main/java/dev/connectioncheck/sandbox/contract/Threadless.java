package dev.connectioncheck.sandbox.contract;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/** Lets an HTTP client find no thread: neither to send from, nor to watch a connection with. */
final class Threadless {
    private Threadless() {}

    static OkHttpClient.Builder client(OkHttpClient.Builder builder) {
        return builder.dispatcher(new Dispatcher(new NoThreads())).socketFactory(new NoSockets());
    }

    /** What the JVM throws, word for word. */
    private static OutOfMemoryError noThread() {
        return new OutOfMemoryError(
                "unable to create native thread: possibly out of memory or process/resource limits reached");
    }

    private static final class NoThreads extends AbstractExecutorService {
        @Override
        public void execute(Runnable task) {
            throw noThread();
        }

        @Override
        public void shutdown() {}

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return false;
        }
    }

    private static final class NoSockets extends SocketFactory {
        @Override
        public Socket createSocket() throws IOException {
            throw noThread();
        }

        @Override
        public Socket createSocket(String host, int port) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) throws IOException {
            return createSocket();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
            return createSocket();
        }
    }
}
