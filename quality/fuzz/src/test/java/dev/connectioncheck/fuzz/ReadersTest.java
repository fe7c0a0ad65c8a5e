package dev.connectioncheck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.model.MissingFieldException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fuzz tests read with: it refuses in the two ways that the engine knows, and silences nothing else. */
class ReadersTest {
    private static final byte[] OBJECT = bytes("{\"id\": 7}");

    static Stream<Throwable> unexpected() {
        return Stream.of(
                new IllegalStateException("planted"),
                new IllegalArgumentException("planted"),
                new NullPointerException("planted"),
                new ClassCastException("planted"),
                new MissingFieldException("Toy", "id"), // fields are checked when an answer is read, never later
                new StackOverflowError("planted"));
    }

    @ParameterizedTest
    @MethodSource("unexpected")
    void whatAReaderThrowsComesThrough(Throwable planted) {
        assertThatThrownBy(() -> Readers.read(OBJECT, JsonNode.class, throwing(planted)))
                .isSameAs(planted);
        assertThatThrownBy(() -> Readers.readIfAny(OBJECT, JsonNode.class, throwing(planted)))
                .isSameAs(planted);
    }

    @Test
    void whatIsNoJsonIsRefused() {
        assertThat(Readers.read(bytes("<html>"), JsonNode.class, node -> node)).isEmpty();
        assertThat(Readers.readIfAny(bytes("<html>"), JsonNode.class, node -> node))
                .isEmpty();
    }

    @Test
    void whatIsReadIsPassedOn() {
        assertThat(Readers.read(OBJECT, JsonNode.class, node -> node.path("id").asInt()))
                .contains(7);
        assertThat(Readers.readIfAny(new byte[0], JsonNode.class, Optional::isPresent))
                .contains(false);
    }

    private static <T> Function<T, String> throwing(Throwable planted) {
        return read -> {
            ReadersTest.<RuntimeException>sneak(planted);
            return "";
        };
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> void sneak(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
