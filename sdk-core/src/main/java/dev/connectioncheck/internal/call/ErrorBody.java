package dev.connectioncheck.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Violation;
import dev.connectioncheck.internal.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/**
 * Reads what a vendor objects to out of an error's body, whatever its shape; never throws.
 *
 * <p>Known shapes: {@code {"errors": {field: [message]}}}, also nested; {@code {"errors": [{"detail", "source"}]}},
 * where the source is a pointer or says itself what is wrong; {@code {"errors": [{"field", "message"}]}};
 * {@code {"detail": text}}; {@code {"detail": [{"loc", "msg"}]}}; {@code {"error": text}}; {@code {"message": text}};
 * problem details (RFC 9457) with or without {@code errors}. A body that is no JSON, a proxy's page for one, has
 * nothing to say.
 */
public final class ErrorBody {
    private static final int MOST_VIOLATIONS = 50;
    private static final List<String> POINTERS = List.of("pointer", "parameter", "header");
    private static final List<String> MESSAGE_FIELDS = List.of("message", "msg", "detail", "title", "error");

    private final List<Violation> violations = new ArrayList<>();
    private final JsonNode body;

    private ErrorBody(JsonNode body) {
        this.body = body;
    }

    public static ErrorBody read(byte[] bytes) {
        ErrorBody error = new ErrorBody(Json.tree(bytes));
        error.addAll("", error.body.path("errors"));
        error.addAll("", error.body.path("detail"));
        if (error.violations.isEmpty()) {
            error.addFirstText(List.of("error", "message", "title"));
        }
        return error;
    }

    /** The objections, in the vendor's order. */
    public List<Violation> violations() {
        return List.copyOf(violations);
    }

    /** An id that the body gives to this very error, for the vendor's support (RFC 9457, {@code instance}). */
    public Optional<String> instance() {
        JsonNode instance = body.path("instance");
        return instance.isTextual() ? Optional.of(instance.asText()) : Optional.empty();
    }

    private void addAll(String field, JsonNode node) {
        if (node.isTextual()) {
            add(field, node.asText());
        } else if (node.isArray()) {
            node.forEach(element -> addElement(field, element));
        } else if (node.isObject()) {
            node.properties().forEach(entry -> addAll(joined(field, entry.getKey()), entry.getValue()));
        }
    }

    private void addElement(String field, JsonNode element) {
        if (!element.isObject()) {
            addAll(field, element);
            return;
        }
        Optional<String> message = MESSAGE_FIELDS.stream()
                .map(element::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst();
        if (message.isPresent() && !addAttributes(field, element.path("source"))) {
            add(joined(field, fieldOf(element)), message.get());
        } else if (message.isEmpty()) {
            addAll(field, element);
        }
    }

    private static String fieldOf(JsonNode element) {
        if (element.path("loc").isArray()) {
            StringJoiner path = new StringJoiner(".");
            element.path("loc").forEach(part -> path.add(part.asText()));
            return path.toString();
        }
        JsonNode source = element.path("source");
        return element.path("field").asText(source.path("pointer").asText(firstName(source)));
    }

    private static String firstName(JsonNode source) {
        return source.isObject() && !source.isEmpty() ? source.fieldNames().next() : "";
    }

    /**
     * Adds what {@code source} itself says of its attributes, {@code {"name": "can't be blank"}}, which tells more than
     * the words beside it; tells whether it says anything. By JSON:API it would have a pointer.
     */
    private boolean addAttributes(String field, JsonNode source) {
        int before = violations.size();
        source.properties().stream()
                .filter(attribute -> !POINTERS.contains(attribute.getKey()))
                .filter(attribute -> !isUntranslated(attribute.getValue()))
                .forEach(attribute -> addAll(joined(field, attribute.getKey()), attribute.getValue()));
        return violations.size() > before;
    }

    /** Rails says so where nobody has written the message. */
    private static boolean isUntranslated(JsonNode text) {
        return text.asText().regionMatches(true, 0, "translation missing", 0, "translation missing".length());
    }

    private void addFirstText(List<String> names) {
        names.stream()
                .map(body::path)
                .filter(JsonNode::isTextual)
                .findFirst()
                .ifPresent(text -> add("", text.asText()));
    }

    private void add(String field, String message) {
        if (violations.size() < MOST_VIOLATIONS && !message.isBlank()) {
            violations.add(Violation.of(field, message.strip()));
        }
    }

    private static String joined(String outer, String inner) {
        return outer.isEmpty() || inner.isEmpty() ? outer + inner : outer + "." + inner;
    }
}
