package dev.connectioncheck.internal.secret;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectioncheck.model.MarkedSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A message that a driver or a vendor has really sent, of the table {@code messages.json}. Hosts, names and secrets are
 * put in by us; the words around them are the source's.
 *
 * @param vendor whose words they are
 * @param source where they were found
 * @param key the API key that was sent, if the message is about one
 * @param settings what had been sent; empty for a connection that the vendor has stored
 * @param secret names of settings that the vendor marks as secret
 * @param ordinary names of settings that the vendor marks as ordinary
 * @param message as it came
 * @param expected what a user may and should see of it
 */
record Message(
        @JsonProperty("vendor") String vendor,
        @JsonProperty("source") String source,
        @JsonProperty("key") String key,
        @JsonProperty("settings") JsonNode settings,
        @JsonProperty("secret") List<String> secret,
        @JsonProperty("ordinary") List<String> ordinary,
        @JsonProperty("message") String message,
        @JsonProperty("expected") String expected) {
    private static final int TELLING = 8;

    /** All rows of the table. */
    static List<Message> all() {
        try (InputStream table = Message.class.getResourceAsStream("messages.json")) {
            return List.of(new ObjectMapper().readValue(table, Message[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean holdsSecrets() {
        return !message.equals(expected);
    }

    String masked() {
        List<String> keys = Stream.ofNullable(key).toList();
        Object part = MarkedSettings.of(settings, orNone(secret), orNone(ordinary));
        return Masker.of(keys, List.of(part)).mask(message);
    }

    private static List<String> orNone(List<String> names) {
        return names == null ? List.of() : names;
    }

    /**
     * Whether so much of a secret can be read that it helps somebody: eight characters of it, or all if it is shorter.
     */
    boolean shows(String masked) {
        return secrets().anyMatch(secret -> {
            int length = Math.min(TELLING, secret.length());
            return Stream.iterate(0, from -> from + length <= secret.length(), from -> from + 1)
                    .map(from -> secret.substring(from, from + length))
                    .anyMatch(part -> count(masked, part) > count(expected, part));
        });
    }

    /** Whether a word is gone that is no secret. */
    boolean hides(String masked) {
        return words().anyMatch(word -> count(masked, word) < count(expected, word));
    }

    private Stream<String> words() {
        return Stream.of(expected.split("\\*{3}|\\s+")).filter(word -> !word.isEmpty());
    }

    /** What stands in the message where the expected text has its masks. */
    private Stream<String> secrets() {
        String[] kept = expected.split("\\*{3}", -1);
        if (message.contains(Masker.MASK) || kept.length == 1) {
            return Stream.empty();
        }
        Stream.Builder<String> secrets = Stream.builder();
        int from = kept[0].length();
        for (int i = 1; i < kept.length; i++) {
            int to = i == kept.length - 1 ? message.length() - kept[i].length() : message.indexOf(kept[i], from);
            secrets.add(message.substring(from, to));
            from = to + kept[i].length();
        }
        return secrets.build();
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    @Override
    public String toString() {
        return vendor + ": "
                + Objects.requireNonNull(message).lines().findFirst().orElse("");
    }
}
