package dev.connectioncheck.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import java.util.Optional;
import java.util.function.Function;

/** Reads answers as the engine does, for fuzz tests in other packages. */
public final class Readers {
    private Readers() {}

    /** Reads a body and what it means; empty if it is refused the way that the engine knows. */
    public static <M, P> Optional<P> read(byte[] body, Class<M> type, Function<M, P> meaning) {
        try {
            return Optional.of(meaning.apply(Json.read(body, type)));
        } catch (UnreadableAnswerException refused) {
            return Optional.empty();
        }
    }

    /** Reads a body that may be missing. */
    public static <M, P> Optional<P> readIfAny(byte[] body, Class<M> type, Function<Optional<M>, P> meaning) {
        try {
            return Optional.of(meaning.apply(Json.readIfAny(body, type)));
        } catch (UnreadableAnswerException refused) {
            return Optional.empty();
        }
    }

    /** Views a body as a tree, for an oracle that shares no model with the reader. */
    public static JsonNode tree(byte[] body) {
        return Json.tree(body);
    }
}
