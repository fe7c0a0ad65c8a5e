package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads bodies as Rails does: JSON, forms with brackets, and nothing at all of any other content type. */
final class SquaredBody {
    private static final Pattern BRACKETS = Pattern.compile("\\[([^]]*)]");
    private static final String CONNECTOR = "connector";

    private SquaredBody() {}

    /** The fields at the top. */
    static JsonNode flat(Exchange exchange) {
        if (hasType(exchange, "application/x-www-form-urlencoded")) {
            return form(exchange.bodyText());
        }
        return hasType(exchange, Answer.JSON) ? json(exchange) : empty();
    }

    /** The fields with those of a connector in an object of their own, where Rails puts them if JSON lacks it. */
    static JsonNode wrapped(Exchange exchange) {
        JsonNode body = flat(exchange);
        if (!hasType(exchange, Answer.JSON) || body.has(CONNECTOR)) {
            return body;
        }
        return JsonNodeFactory.instance.objectNode().set(CONNECTOR, body);
    }

    private static JsonNode json(Exchange exchange) {
        if (exchange.bodyText().isBlank()) {
            return empty();
        }
        Optional<JsonNode> body = exchange.json();
        return body.map(json -> json.isObject() ? json : empty())
                .orElseThrow(() -> new Refusal(SquaredErrors.rails(400, exchange)));
    }

    private static JsonNode form(String text) {
        ObjectNode form = empty();
        for (String pair : text.split("&", -1)) {
            int sign = pair.indexOf('=');
            if (sign > 0) {
                put(form, decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
            }
        }
        return form;
    }

    private static void put(ObjectNode form, String key, String value) {
        int bracket = key.indexOf('[');
        String name = bracket < 0 ? key : key.substring(0, bracket);
        ObjectNode object = form;
        Matcher inner = BRACKETS.matcher(key);
        while (inner.find()) {
            object = object.path(name) instanceof ObjectNode known ? known : object.putObject(name);
            name = inner.group(1);
        }
        object.put(name, value);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static boolean hasType(Exchange exchange, String type) {
        return exchange.header("Content-Type")
                .filter(value -> value.startsWith(type))
                .isPresent();
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
