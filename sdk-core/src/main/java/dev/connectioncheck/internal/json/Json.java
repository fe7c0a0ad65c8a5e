package dev.connectioncheck.internal.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import dev.connectioncheck.model.MissingFieldException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON the one way that all vendors share: strictly where a mistake could turn a "no" into a "yes"
 * (duplicate keys, trailing text, numbers cut to fit), leniently elsewhere (unknown fields, dates).
 *
 * <p>Jackson's exceptions quote what they read, so none of them leaves this class.
 *
 * <p>Used by all threads: the mapper is immutable, and the map of readers guards itself.
 */
public final class Json {
    private static final int MAX_DEPTH = 200;
    private static final String NO_BODY = "it has no body, or one that says null";

    private static final JsonMapper MAPPER = JsonMapper.builder(factory())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(MapperFeature.USE_GETTERS_AS_SETTERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            // Else "error": false would read as the text "false", and so as an error.
            .withCoercionConfig(
                    LogicalType.Textual, texts -> texts.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .addModule(instants())
            .build();

    /** Readers that know how to read their type; to find that out for each answer would take as long as reading it. */
    private static final Map<Class<?>, ObjectReader> READERS = new ConcurrentHashMap<>();

    private Json() {}

    /** Instants are all that vendors send of java.time, and their own text is ISO 8601: no Jackson module is needed. */
    private static SimpleModule instants() {
        return new SimpleModule()
                .addSerializer(Instant.class, ToStringSerializer.instance)
                .addDeserializer(Instant.class, new LenientInstantDeserializer());
    }

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .build())
                .build();
    }

    /**
     * Reads a body that has to be there.
     *
     * @throws UnreadableAnswerException if it is not what was expected; its message shows nothing of the body
     */
    public static <T> T read(byte[] body, Class<T> type) {
        return readIfAny(body, type).orElseThrow(Json::noBody);
    }

    /**
     * Reads a body that may be missing, or say {@code null}.
     *
     * @throws UnreadableAnswerException if there is one, and it is not what was expected
     */
    public static <T> Optional<T> readIfAny(byte[] body, Class<T> type) {
        if (body.length == 0) {
            return Optional.empty();
        }
        ObjectReader reader = READERS.computeIfAbsent(type, MAPPER::readerFor);
        return read(type, () -> reader.<T>readValue(body));
    }

    /** Returns what reads a body, which has to be there, as it comes. */
    public static BodyReader streamed(Class<?> type) {
        JavaType read = MAPPER.constructType(type);
        return body -> readStream(body, read);
    }

    /** Returns what reads a body that is a list, which has to be there, as it comes. */
    public static BodyReader streamedList(Class<?> type) {
        JavaType read = MAPPER.getTypeFactory().constructCollectionType(List.class, type);
        return body -> withoutNull((List<?>) readStream(body, read));
    }

    /** Says that a body that has to be there is not. */
    public static UnreadableAnswerException noBody() {
        return new UnreadableAnswerException(NO_BODY);
    }

    private static Object readStream(InputStream body, JavaType type) {
        return Json.<Object>read(type.getRawClass(), () -> MAPPER.readValue(body, type))
                .orElseThrow(Json::noBody);
    }

    private static <T> List<T> withoutNull(List<T> list) {
        if (list.contains(null)) {
            throw new UnreadableAnswerException("one of its rows is null");
        }
        return Collections.unmodifiableList(list);
    }

    /** Reads something that may throw what Jackson throws. */
    @FunctionalInterface
    private interface Reading<T> {
        @Nullable T read() throws IOException;
    }

    private static <T> Optional<T> read(Class<?> type, Reading<T> reading) {
        try {
            return Optional.ofNullable(reading.read());
        } catch (InvalidDefinitionException e) {
            throw new IllegalStateException(
                    type.getName() + " can't be read from JSON; check the version of Jackson", e);
        } catch (JsonProcessingException e) {
            throw new UnreadableAnswerException(why(e));
        } catch (IOException e) {
            throw new UnreadableAnswerException("its body is not UTF-8 text");
        }
    }

    /** Reads a body as a tree; a missing node if it is no JSON. */
    public static JsonNode tree(byte[] body) {
        try {
            return MAPPER.readTree(body);
        } catch (IOException e) {
            return MAPPER.missingNode();
        }
    }

    public static byte[] write(Object body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The request can't be written as JSON: it must hold nothing but maps, "
                    + "lists, texts, numbers, booleans and null.");
        }
    }

    /** Views a value as JSON, to look for texts in it. */
    public static JsonNode toTree(Object value) {
        return MAPPER.valueToTree(value);
    }

    private static String why(JsonProcessingException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingFieldException) {
                return "its " + cause.getMessage() + location(e);
            }
        }
        return "its body is not the JSON that was expected" + location(e);
    }

    private static String location(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }
}
