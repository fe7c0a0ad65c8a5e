package dev.connectioncheck.internal.secret;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.secret.SecretNames.Meaning;
import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;
import dev.connectioncheck.model.MarkedSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the secrets in the settings of a connection.
 *
 * <p>What the vendor's module says of a setting counts. Where it says nothing, the name decides; and where that says
 * nothing either, the value is a secret if it looks like one. Whatever a setting is, it may hold secrets: a URL with a
 * password, a connection string with a key, a JSON text with a private key.
 */
final class SecretValues {
    private static final int SHORTEST_BASE64 = 40;

    private final Set<String> found = new LinkedHashSet<>();
    private final @Nullable MarkedSettings marks;

    private SecretValues(@Nullable MarkedSettings marks) {
        this.marks = marks;
    }

    /** Returns the secrets in a text, map, list, model or JSON tree, or in marked settings. */
    static Set<String> in(Object part) {
        MarkedSettings marks = part instanceof MarkedSettings marked ? marked : null;
        Object settings = marks == null ? part : marks.settings();
        SecretValues values = new SecretValues(marks);
        values.collect(settings instanceof JsonNode tree ? tree : Json.toTree(settings));
        return values.found;
    }

    private void collect(JsonNode part) {
        collect(part, part.isObject() ? Meaning.UNKNOWN : Meaning.SECRET);
    }

    private void collect(JsonNode node, Meaning meaning) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(field.getValue(), meaningOf(field.getKey(), meaning)));
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, meaning));
        } else if (node.isTextual()) {
            collect(node.asText(), meaning);
        } else if (node.isNumber() && isSecret(meaning)) {
            add(node.asText());
        }
    }

    /** A setting whose name says nothing is what the settings around it are: all of {@code credentials} is secret. */
    private Meaning meaningOf(String name, Meaning around) {
        if (marks != null && marks.isSecret(name)) {
            return Meaning.SECRET;
        }
        if (marks != null && marks.isOrdinary(name)) {
            return Meaning.ORDINARY;
        }
        Meaning meaning = SecretNames.of(name);
        boolean silent = meaning == Meaning.UNKNOWN || meaning == Meaning.PERHAPS;
        return silent && isSecret(around) ? around : meaning;
    }

    private static boolean isSecret(Meaning meaning) {
        return meaning == Meaning.SECRET || meaning == Meaning.PASSWORD;
    }

    private void collect(String text, Meaning meaning) {
        JsonNode tree = treeIn(text);
        if (tree != null) {
            collect(tree, Meaning.UNKNOWN);
        }
        boolean inner = addParts(text);
        if (isSecret(meaning) || (tree == null && !inner && meaning != Meaning.ORDINARY && looksSecret(text))) {
            addWithoutScheme(text);
        }
    }

    private static boolean looksSecret(String text) {
        return ValueLooks.isJumble(text) || ValueLooks.isPassword(text);
    }

    /** Adds the secrets that a text holds among other things, and tells whether there are any. */
    private boolean addParts(String text) {
        if (text.chars().noneMatch(SecretValues::mayTie)) {
            return false;
        }
        Spans spans = new Spans();
        DecodedText decoded = DecodedText.original(text);
        UrlPasswords.findInSetting(decoded, spans);
        Looks.find(decoded, spans);
        spans.parts(text).forEach(this::add);
        return !spans.isEmpty();
    }

    /** Whether a character may stand between a name and its value, or belong to the form of a key. */
    private static boolean mayTie(int c) {
        return c == '=' || c == ':' || c == '_' || c == '-' || c == '.' || c == ' ';
    }

    /** Adds a text; of "Bearer …", which is how headers are set, what follows the scheme. */
    private void addWithoutScheme(String text) {
        int blank = text.indexOf(' ');
        boolean scheme = blank > 0 && Schemes.isScheme(text.substring(0, blank));
        add(scheme ? text.substring(blank + 1).strip() : text);
    }

    private void add(String secret) {
        if (secret.strip().length() >= SecretForms.SHORTEST && !ValueLooks.isConstant(secret)) {
            found.add(secret);
        }
    }

    /** Returns the JSON object that a text is, or is in base64, as key files are sent; null if it is none. */
    private static @Nullable JsonNode treeIn(String text) {
        String json = text.strip();
        if (!json.startsWith("{") && json.length() >= SHORTEST_BASE64) {
            try {
                json = new String(Base64.getMimeDecoder().decode(json), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
        if (!json.startsWith("{")) {
            return null;
        }
        JsonNode tree = Json.tree(json.getBytes(StandardCharsets.UTF_8));
        return tree.isObject() ? tree : null;
    }
}
