package dev.connectioncheck.cli.network;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Names hosts that are reached without a proxy: a list of hosts, domains and {@code *}. Immutable. */
final class NoProxy {
    private final List<String> entries;

    NoProxy(String list) {
        this.entries = Arrays.stream(list.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .filter(entry -> !entry.isEmpty())
                .toList();
    }

    boolean matches(URI uri) {
        String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        int port = uri.getPort() < 0 ? 443 : uri.getPort();
        return entries.stream().anyMatch(entry -> matches(entry, host, port));
    }

    private static boolean matches(String entry, String host, int port) {
        if (entry.equals("*")) {
            return true;
        }
        int colon = entry.lastIndexOf(':');
        boolean hasPort = colon > 0 && colon > entry.lastIndexOf(']') && entry.indexOf(':') == colon;
        if (hasPort || (entry.startsWith("[") && colon > entry.lastIndexOf(']'))) {
            return entry.substring(colon + 1).equals(Integer.toString(port))
                    && matchesHost(entry.substring(0, colon), host);
        }
        return matchesHost(entry, host);
    }

    private static boolean matchesHost(String entry, String host) {
        String domain = entry.replaceFirst("^\\*?\\.", "");
        return bare(host).equals(bare(domain)) || host.endsWith("." + domain);
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
