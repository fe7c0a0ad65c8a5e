package dev.connectioncheck.internal.secret;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the secrets in the settings of a connection.
 *
 * <p>The rule: every text in them is secret, unless its name says that it is an ordinary setting (host, port, database,
 * …), or it is shorter than four characters, which would garble messages without hiding anything. Numbers count as
 * texts from six digits on; booleans never are secret.
 */
final class SecretValues {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_NUMBER = 6;

    /** Names of settings that users need to see in a vendor's message, in lower case without separators. */
    private static final Set<String> ORDINARY = Set.of(
            "host",
            "hostname",
            "hosts",
            "server",
            "serverhostname",
            "snapshothost",
            "endpoint",
            "port",
            "snapshotport",
            "database",
            "dbname",
            "db",
            "defaultdatabase",
            "schema",
            "catalog",
            "table",
            "tablename",
            "collection",
            "collectionname",
            "index",
            "indexname",
            "namespace",
            "topic",
            "bucket",
            "bucketarn",
            "warehouse",
            "virtualdwh",
            "role",
            "region",
            "awsregion",
            "location",
            "project",
            "projectid",
            "account",
            "accountname",
            "accountidentifier",
            "type",
            "authtype",
            "datatype",
            "provider",
            "sslmode",
            "tlsmode",
            "httppath",
            "volume",
            "volumepath",
            "path",
            "destinationpath",
            "remoteurl",
            "name",
            "label",
            "prefix",
            "scope");

    private static final Pattern SEPARATORS = Pattern.compile("[_\\-. ]");

    private SecretValues() {}

    /** Returns the secrets in a text, map, list, model or JSON tree. */
    static List<String> in(Object part) {
        List<String> found = new ArrayList<>();
        collect(part instanceof JsonNode tree ? tree : Json.toTree(part), false, found);
        return found;
    }

    private static void collect(JsonNode node, boolean ordinary, List<String> found) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), isOrdinary(field.getKey()), found));
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, ordinary, found));
        } else if (!ordinary && isTelling(node)) {
            found.add(node.asText());
        }
    }

    private static boolean isOrdinary(String name) {
        return ORDINARY.contains(
                SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""));
    }

    private static boolean isTelling(JsonNode value) {
        return (value.isTextual() && value.asText().length() >= SHORTEST)
                || (value.isNumber() && value.asText().length() >= SHORTEST_NUMBER);
    }
}
