package dev.connectioncheck.spi;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds values by key, for a {@link VendorModule} to read as what they mean. Immutable; its {@code toString()} shows
 * the keys alone.
 *
 * <p>Wherever texts are all there is, a number, a flag and a time may be given as text.
 */
public final class Settings {
    private static final Pattern SHORT_TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h)");

    private final transient Map<String, Object> values;
    private final transient Map<Class<?>, Object> objects;

    private Settings(Map<String, Object> values, Map<Class<?>, Object> objects) {
        this.values = values;
        this.objects = objects;
    }

    /**
     * Holds these values.
     *
     * @param values texts, numbers, flags, lists and maps by key; a null counts as absent
     * @return settings
     */
    public static Settings of(Map<String, ?> values) {
        Map<String, Object> present = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            if (value != null) {
                present.put(key, value);
            }
        });
        return new Settings(present, Map.of());
    }

    /**
     * Returns these settings with an object that no text can stand for, such as the user's own HTTP client.
     *
     * @param type the type under which the vendor module looks for it
     * @param object the object
     * @param <O> its type
     * @return a copy
     */
    public <O> Settings with(Class<O> type, O object) {
        Map<Class<?>, Object> more = new LinkedHashMap<>(objects);
        more.put(type, object);
        return new Settings(values, more);
    }

    /**
     * Returns the keys that have a value.
     *
     * @return the keys in their order
     */
    public Set<String> keys() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /**
     * Returns an object that no text can stand for.
     *
     * @param type its type
     * @param <O> the same
     * @return the object; empty if none was given
     */
    public <O> Optional<O> object(Class<O> type) {
        return Optional.ofNullable(objects.get(type)).map(type::cast);
    }

    /**
     * Returns a text.
     *
     * @param key the key
     * @return the text; a number or flag is written as one; empty if there is no value, or a blank one
     * @throws InvalidSettingException if the value is a list or map
     */
    public Optional<String> text(String key) {
        Object value = values.get(key);
        if (value instanceof Map || value instanceof Iterable) {
            throw new InvalidSettingException(key, key + " must be a text.");
        }
        return Optional.ofNullable(value).map(Object::toString).filter(text -> !text.isBlank());
    }

    /**
     * Returns a text that has to be there.
     *
     * @param key the key
     * @return the text
     * @throws InvalidSettingException if there is none, or the value is a list or map
     */
    public String requiredText(String key) {
        return text(key).orElseThrow(() -> new InvalidSettingException(key, key + " is missing."));
    }

    /**
     * Returns a whole number.
     *
     * @param key the key
     * @return the number; empty if there is no value
     * @throws InvalidSettingException if the value is no whole number
     */
    public Optional<Long> number(String key) {
        return text(key).map(text -> numberOf(key, text));
    }

    /**
     * Returns a flag.
     *
     * @param key the key
     * @return the flag; false if there is no value
     * @throws InvalidSettingException if the value is neither {@code true} nor {@code false}
     */
    public boolean flag(String key) {
        String text = text(key).orElse("false").strip().toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw new InvalidSettingException(key, key + " must be true or false.");
        }
        return text.equals("true");
    }

    /**
     * Returns a time.
     *
     * @param key the key
     * @return the time; empty if there is no value
     * @throws InvalidSettingException if the value is neither ISO-8601 nor a number with {@code ms}, {@code s},
     *     {@code m} or {@code h}
     */
    public Optional<Duration> duration(String key) {
        return text(key).map(text -> durationOf(key, text.strip()));
    }

    /**
     * Returns a map of settings.
     *
     * @param key the key
     * @return the map as it was given; empty if there is no value
     * @throws InvalidSettingException if the value is no map with texts as keys
     */
    public Optional<Map<String, @Nullable Object>> settings(String key) {
        Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (!(value instanceof Map<?, ?> map) || !map.keySet().stream().allMatch(String.class::isInstance)) {
            throw new InvalidSettingException(key, key + " must be a map of settings.");
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((name, each) -> copy.put((String) name, each));
        return Optional.of(copy);
    }

    private static Long numberOf(String key, String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException e) {
            throw new InvalidSettingException(key, key + " must be a whole number.");
        }
    }

    private static Duration durationOf(String key, String text) {
        Matcher brief = SHORT_TIME.matcher(text);
        if (brief.matches()) {
            long amount = Long.parseLong(brief.group(1));
            return switch (brief.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                default -> Duration.ofHours(amount);
            };
        }
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidSettingException(key, key + " must be a time such as 30s, 2m, 1h or PT30S.");
        }
    }

    @Override
    public String toString() {
        return "Settings" + values.keySet();
    }
}
