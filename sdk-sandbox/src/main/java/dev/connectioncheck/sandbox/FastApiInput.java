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

    FastApiInput text(JsonNode body, String field) {
        return field(body, field, JsonNode::isTextual, "string_type", "Input should be a valid string");
    }

    FastApiInput dictionary(JsonNode body, String field) {
        return field(body, field, JsonNode::isObject, "dict_type", "Input should be a valid dictionary");
    }

    void refuseIfAny() {
        if (!complaints.isEmpty()) {
            throw new Refusal(Answer.json(422, Map.of("detail", complaints)));
        }
    }

    private FastApiInput field(
            JsonNode body, String field, Predicate<JsonNode> type, String complaint, String message) {
        JsonNode value = body.path(field);
        if (body.isObject() && value.isMissingNode()) {
            complain("missing", List.of("body", field), "Field required", body);
        } else if (body.isObject() && !type.test(value)) {
            complain(complaint, List.of("body", field), message, value);
        }
        return this;
    }

    private void complain(String type, List<String> place, String message, @Nullable Object input) {
        complaints.add(Json.object("type", type, "loc", place, "msg", message, "input", input));
    }
}
