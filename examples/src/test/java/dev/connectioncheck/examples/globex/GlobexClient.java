package dev.connectioncheck.examples.globex;

import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.VendorClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

// tag::client
/** Talks to Globex through its driver. Immutable and safe for use by several threads, as the driver has to be. */
public final class GlobexClient implements VendorClient {
    private final transient GlobexDriver driver;
    private final transient ExecutorService workers = Executors.newCachedThreadPool(GlobexClient::daemon);

    private GlobexClient(GlobexDriver driver) {
        this.driver = driver;
    }

    public static GlobexClient of(GlobexDriver driver) {
        return new GlobexClient(driver);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "globex");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public CheckProtocol<GlobexTarget> checks() {
        return new GlobexChecks(driver, workers);
    }
}
// end::client
