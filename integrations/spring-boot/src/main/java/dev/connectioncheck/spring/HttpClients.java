package dev.connectioncheck.spring;

import dev.connectioncheck.spi.Settings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.X509TrustManager;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.ssl.SslOptions;

/** Gives a vendor's client an HTTP client of its own, if a bundle or a customizer asks for one. */
final class HttpClients {
    /** As many as a client of the SDK has in flight by itself. */
    private static final int MOST_CALLS = 128;

    private static final long IDLE_SECONDS = 60;

    private final Map<String, String> bundleNames;
    private final ObjectProvider<SslBundles> bundles;
    private final List<VendorHttpClientCustomizer> customizers;

    HttpClients(
            Map<String, String> bundleNames,
            ObjectProvider<SslBundles> bundles,
            List<VendorHttpClientCustomizer> customizers) {
        this.bundleNames = bundleNames;
        this.bundles = bundles;
        this.customizers = customizers;
    }

    Settings with(String client, Settings settings) {
        String bundle = bundleNames.get(client);
        if (bundle == null && customizers.isEmpty()) {
            return settings;
        }
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher())
                .connectionPool(new ConnectionPool(MOST_CALLS, IDLE_SECONDS, TimeUnit.SECONDS));
        if (bundle != null) {
            secure(builder, bundle(client, bundle));
        }
        customizers.forEach(customizer -> customizer.customize(client, builder));
        return settings.with(OkHttpClient.class, builder.build());
    }

    private SslBundle bundle(String client, String name) {
        SslBundles known = bundles.getIfAvailable();
        if (known == null) {
            throw new IllegalStateException("The client " + client + " names the SSL bundle " + name
                    + ", but Spring Boot's SSL bundles are switched off: leave out ssl.bundle, or SslAutoConfiguration in"
                    + " what is excluded.");
        }
        try {
            return known.getBundle(name);
        } catch (NoSuchSslBundleException e) {
            throw new IllegalStateException(
                    "The client " + client + " names the SSL bundle " + name
                            + ", which is not there: configure it under" + " spring.ssl.bundle, or correct ssl.bundle.",
                    e);
        }
    }

    private static void secure(OkHttpClient.Builder builder, SslBundle bundle) {
        X509TrustManager trust = Stream.of(bundle.getManagers().getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("An SSL bundle trusts nobody: it has no X.509 trust manager."));
        builder.sslSocketFactory(bundle.createSslContext().getSocketFactory(), trust);
        SslOptions options = bundle.getOptions();
        if (options.isSpecified()) {
            builder.connectionSpecs(List.of(connectionSpec(options), ConnectionSpec.CLEARTEXT));
        }
    }

    private static ConnectionSpec connectionSpec(SslOptions options) {
        ConnectionSpec.Builder spec = new ConnectionSpec.Builder(ConnectionSpec.MODERN_TLS);
        if (options.getCiphers() != null) {
            spec.cipherSuites(options.getCiphers());
        }
        if (options.getEnabledProtocols() != null) {
            spec.tlsVersions(options.getEnabledProtocols());
        }
        return spec.build();
    }

    /** OkHttp's own would ask a vendor five times at once, and its threads would keep the application alive. */
    private static Dispatcher dispatcher() {
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), HttpClients::thread));
        dispatcher.setMaxRequests(MOST_CALLS);
        dispatcher.setMaxRequestsPerHost(MOST_CALLS);
        return dispatcher;
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "connection-check http");
        thread.setDaemon(true);
        return thread;
    }
}
