package dev.connectioncheck.internal.wire;

import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * Where a vendor's service is, brought to one form.
 *
 * <p>Immutable.
 */
public final class BaseUrl {
    private static final Pattern IP_LITERAL = Pattern.compile("[0-9.]+|.*:.*");

    private final HttpUrl url;

    private BaseUrl(HttpUrl url) {
        this.url = url;
    }

    /**
     * Reads what a user wrote.
     *
     * @throws IllegalArgumentException if no request could be sent there; the message never shows a user name or
     *     password
     */
    public static BaseUrl parse(@Nullable String text, String apiPath) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("The base URL must not be null or blank.");
        }
        HttpUrl url = HttpUrl.parse(text.strip());
        if (url == null || !canBeReadAgain(url)) {
            throw new IllegalArgumentException(
                    "The base URL must be an absolute http or https address, such as https://api.example.com.");
        }
        if (!url.username().isEmpty() || !url.password().isEmpty()) {
            throw new IllegalArgumentException(
                    "The base URL must not hold a user name or password; the API key goes to apiKey(...).");
        }
        if (url.query() != null || url.fragment() != null) {
            throw new IllegalArgumentException("The base URL must not have a query or a fragment.");
        }
        return new BaseUrl(withoutApiPath(url, apiPath));
    }

    /** OkHttp takes some hosts whose encoded form is none, such as {@code t'Ф}: no name look-up could find them. */
    private static boolean canBeReadAgain(HttpUrl url) {
        return url.equals(HttpUrl.parse(url.toString()));
    }

    /** Takes it away however often it stands there, so that what was read means the same when it is read again. */
    private static HttpUrl withoutApiPath(HttpUrl url, String apiPath) {
        String path = withoutSlashesAtEnd(url.encodedPath());
        while (!apiPath.isEmpty() && path.endsWith(apiPath)) {
            path = withoutSlashesAtEnd(path.substring(0, path.length() - apiPath.length()));
        }
        return url.newBuilder().encodedPath(path + "/").build();
    }

    private static String withoutSlashesAtEnd(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /**
     * Returns this URL if keys may travel to it.
     *
     * @throws IllegalArgumentException if it is plain http, not loopback, and not allowed
     */
    public BaseUrl secured(boolean plainHttpAllowed) {
        if (!url.isHttps() && !plainHttpAllowed && !isLoopback(url.host())) {
            throw new IllegalArgumentException(
                    "The base URL " + url
                            + " is plain http, which shows keys and passwords to the network: use https, or call allowPlainHttp().");
        }
        return this;
    }

    public HttpUrl url() {
        return url;
    }

    /** Tells whether a request goes to this origin: same scheme, host and port. */
    public boolean isOriginOf(HttpUrl other) {
        return url.scheme().equals(other.scheme()) && url.host().equals(other.host()) && url.port() == other.port();
    }

    private static boolean isLoopback(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        return IP_LITERAL.matcher(name).matches() && addressOf(name).isLoopbackAddress();
    }

    private static InetAddress addressOf(String literal) {
        try {
            return InetAddress.getByName(literal);
        } catch (java.net.UnknownHostException impossible) {
            throw new IllegalArgumentException("The base URL's host is no address.");
        }
    }
}
