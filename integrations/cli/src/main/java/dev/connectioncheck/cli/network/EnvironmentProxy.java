package dev.connectioncheck.cli.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The proxy that {@code HTTPS_PROXY} names, and who is reached without it by {@code NO_PROXY}, as other commands read
 * them; lower case goes before upper case. Immutable.
 */
public final class EnvironmentProxy extends ProxySelector {
    private static final int USUAL_PORT = 3128;

    private final Proxy proxy;
    private final @Nullable String credentials;
    private final NoProxy direct;

    private EnvironmentProxy(URI address, NoProxy direct) {
        int port = address.getPort() < 0 ? USUAL_PORT : address.getPort();
        this.proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(address.getHost(), port));
        this.credentials = credentials(address);
        this.direct = direct;
    }

    /**
     * Reads the environment.
     *
     * @param mostCalls how many calls a client may have in flight
     * @return a client for those of the vendors that goes through the proxy; empty if the environment names none, or
     *     the JVM was told one by its own properties
     * @throws IllegalArgumentException if the address is none
     */
    public static Optional<OkHttpClient> client(Map<String, String> environment, int mostCalls) {
        Optional<String> address = value(environment, "https_proxy");
        if (address.isEmpty() || System.getProperty("https.proxyHost") != null) {
            return Optional.empty();
        }
        NoProxy direct = new NoProxy(value(environment, "no_proxy").orElse(""));
        return Optional.of(new EnvironmentProxy(parse(address.get()), direct).client(mostCalls));
    }

    private OkHttpClient client(int mostCalls) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(mostCalls);
        dispatcher.setMaxRequestsPerHost(mostCalls);
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(mostCalls, 1, TimeUnit.MINUTES))
                .proxySelector(this);
        if (credentials != null) {
            String header = "Proxy-Authorization";
            builder.proxyAuthenticator((route, response) -> response.request().header(header) != null
                    ? null
                    : response.request()
                            .newBuilder()
                            .header(header, credentials)
                            .build());
        }
        return builder.build();
    }

    private static Optional<String> value(Map<String, String> environment, String name) {
        return Optional.ofNullable(environment.get(name))
                .or(() -> Optional.ofNullable(environment.get(name.toUpperCase(Locale.ROOT))))
                .filter(text -> !text.isBlank());
    }

    private static URI parse(String address) {
        String whole = address.contains("://") ? address : "http://" + address;
        try {
            URI uri = new URI(whole);
            if ("http".equalsIgnoreCase(uri.getScheme()) && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Its message shows the address, which may hold a password.
        }
        throw new IllegalArgumentException(
                "HTTPS_PROXY must be the address of a proxy, such as http://proxy.example.com:3128.");
    }

    private static @Nullable String credentials(URI address) {
        String user = address.getRawUserInfo();
        if (user == null) {
            return null;
        }
        String[] parts = user.split(":", 2);
        return Credentials.basic(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]), StandardCharsets.UTF_8);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public List<Proxy> select(URI uri) {
        boolean isProxied = "https".equalsIgnoreCase(uri.getScheme()) && !direct.matches(uri);
        return List.of(isProxied ? proxy : Proxy.NO_PROXY);
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException e) {
        // The check says so itself.
    }
}
