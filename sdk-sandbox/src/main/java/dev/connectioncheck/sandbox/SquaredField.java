package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One field of a definition's configuration, as far as the server checks and masks it. */
record SquaredField(
        String name,
        boolean required,
        boolean secret,
        String type,
        List<String> values,
        List<SquaredField> fields,
        String whenField,
        String whenValue) {
    private static final Map<String, String> USUAL = Map.of(
            "auth_type", "username/password",
            "username", "sync",
            "port", "5432",
            "database", "analytics",
            "schema", "public",
            "client_email", "sync@sandbox.invalid");

    static boolean fit(List<SquaredField> fields, JsonNode object) {
        return fields.stream().allMatch(field -> field.fits(object));
    }

    static void collectSecrets(List<SquaredField> fields, Set<String> names) {
        for (SquaredField field : fields) {
            if (field.secret) {
                names.add(field.name);
            }
            collectSecrets(field.fields, names);
        }
    }

    /** Makes an object that fits, of required fields and secrets; all but the usual values carry the mark. */
    static Map<String, Object> sample(List<SquaredField> fields, String mark) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (SquaredField field : fields) {
            if (field.isNeededForAConnection()) {
                object.put(field.name, field.sample(mark));
            }
        }
        return Collections.unmodifiableMap(object);
    }

    /** Credentials are not among the required fields, yet no database connects without them. */
    private boolean isNeededForAConnection() {
        return required || whenValue.equals("user") || (secret && whenField.isEmpty()) || name.equals("credentials");
    }

    private Object sample(String mark) {
        if (!fields.isEmpty()) {
            return sample(fields, mark);
        }
        if (!values.isEmpty()) {
            return values.get(0);
        }
        if (name.equals("host")) {
            return "db-" + mark + ".sandbox.invalid";
        }
        if (name.endsWith("url") || name.endsWith("uri")) {
            return "https://" + mark + ".sandbox.invalid/";
        }
        String usual = USUAL.get(name);
        return usual == null ? name + "-" + mark : usual;
    }

    private boolean fits(JsonNode object) {
        JsonNode value = object.path(name);
        return value.isMissingNode() ? !isRequiredIn(object) : hasType(value) && isOneOf(value) && fit(fields, value);
    }

    private boolean isRequiredIn(JsonNode object) {
        return required
                || (!whenField.isEmpty() && object.path(whenField).asText().equals(whenValue));
    }

    private boolean hasType(JsonNode value) {
        return switch (type) {
            case "text" -> value.isTextual();
            case "object" -> value.isObject();
            case "texts" -> !value.isObject() || allTexts(value);
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            default -> value.isArray();
        };
    }

    private static boolean allTexts(JsonNode object) {
        for (JsonNode each : object) {
            if (!each.isTextual()) {
                return false;
            }
        }
        return true;
    }

    private boolean isOneOf(JsonNode value) {
        return values.isEmpty() || values.contains(value.asText());
    }
}
