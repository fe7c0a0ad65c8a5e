package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the parameters and the body of one request as Pydantic 2 does, and collects its complaints: each with the input
 * that it is about, secrets included.
 */
final class FastApiInput {
    private static final Pattern INTEGER = Pattern.compile("\\s*[+-]?\\d+(_\\d+)*(\\.0+)?\\s*");
    private static final UUID NO_UUID = new UUID(0, 0);

    private final List<Object> complaints = new ArrayList<>();

    UUID uuid(String parameter, String text) {
        try {
            return PydanticUuid.parse(text);
        } catch (IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage());
            complaints.add(Json.object(
                    "type",
                    "uuid_parsing",
                    "loc",
                    List.of("path", parameter),
                    "msg",
                    "Input should be a valid UUID, " + why,
                    "input",
                    text,
                    "ctx",
                    Map.of("error", why)));
            return NO_UUID;
        }
    }

    BigInteger integer(String parameter, String text) {
        if (INTEGER.matcher(text).matches()) {
            return new BigInteger(text.strip().replace("_", "").replaceFirst("\\..*", ""));
        }
        complain(
                "int_parsing",
                List.of("path", parameter),
                "Input should be a valid integer, unable to parse string as an integer",
                text);
        return BigInteger.ZERO;
    }

    /** Reads the body; what is malformed or no object ends the reading. */
    JsonNode object(Exchange exchange) {
        JsonNode body = exchange.bodyText().isEmpty()
                ? NullNode.getInstance()
                : exchange.json().orElseGet(MissingNode::getInstance);
        if (body.isMissingNode()) {
            complaints.add(Json.object(
                    "type", "json_invalid",
                    "loc", List.of("body", 0),
                    "msg", "JSON decode error",
                    "input", Map.of(),
                    "ctx", Map.of("error", "Expecting value")));
        } else if (body.isNull()) {
            complain("missing", List.of("body"), "Field required", null);
        } else if (!body.isObject()) {
            complain(
                    "model_attributes_type",
                    List.of("body"),
                    "Input should be a valid dictionary or object to extract fields from",
                    body);
        }
        return body;
    }

    /** Reads a text; the place is that of the object, from {@code body} down. */
    FastApiInput text(JsonNode object, String field, String... place) {
        return field(object, field, JsonNode::isTextual, "string_type", "Input should be a valid string", place);
    }

    FastApiInput dictionary(JsonNode object, String field, String... place) {
        return field(object, field, JsonNode::isObject, "dict_type", "Input should be a valid dictionary", place);
    }

    /** Reads the field that tells which of several models the body is; the others are read beneath its value. */
    void discriminator(JsonNode body, String field, String tags) {
        String tag = body.path(field).asText();
        boolean known = tags.contains("'" + tag + "'");
        if (!body.isObject() || (body.has(field) && known)) {
            return;
        }
        complaints.add(
                body.has(field)
                        ? Json.object(
                                "type",
                                "union_tag_invalid",
                                "loc",
                                List.of("body"),
                                "msg",
                                "Input tag '" + tag + "' found using '" + field
                                        + "' does not match any of the expected tags: " + tags,
                                "input",
                                body,
                                "ctx",
                                Json.object("discriminator", "'" + field + "'", "tag", tag, "expected_tags", tags))
                        : Json.object(
                                "type",
                                "union_tag_not_found",
                                "loc",
                                List.of("body"),
                                "msg",
                                "Unable to extract tag using discriminator '" + field + "'",
                                "input",
                                body,
                                "ctx",
                                Map.of("discriminator", "'" + field + "'")));
        refuseIfAny();
    }

    /** Complains of a field that an object deeper down lacks. */
    void missing(JsonNode object, String... place) {
        complain("missing", List.of(place), "Field required", object);
    }

    void refuseIfAny() {
        if (!complaints.isEmpty()) {
            throw new Refusal(answer());
        }
    }

    /** The complaints as an answer. */
    Answer answer() {
        return Answer.json(422, Map.of("detail", complaints));
    }

    private FastApiInput field(
            JsonNode object,
            String field,
            Predicate<JsonNode> type,
            String complaint,
            String message,
            String... place) {
        JsonNode value = object.path(field);
        List<String> whole = Stream.concat(
                        Stream.of(place.length == 0 ? new String[] {"body"} : place), Stream.of(field))
                .toList();
        if (object.isObject() && value.isMissingNode()) {
            complain("missing", whole, "Field required", object);
        } else if (object.isObject() && !type.test(value)) {
            complain(complaint, whole, message, value);
        }
        return this;
    }

    private void complain(String type, List<String> place, String message, @Nullable Object input) {
        complaints.add(Json.object("type", type, "loc", place, "msg", message, "input", input));
    }
}
