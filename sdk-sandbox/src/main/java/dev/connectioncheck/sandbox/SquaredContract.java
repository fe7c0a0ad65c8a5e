package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Squared's contracts: which fields a request needs, in the order in which the server complains of them. */
final class SquaredContract {
    private static final String SOURCE = "source";
    private static final String DESTINATION = "destination";
    private static final String CONNECTOR = "connector";
    private static final Set<String> KINDS = Set.of(SOURCE, DESTINATION);

    private final JsonNode fields;
    private final Map<String, Object> errors = new LinkedHashMap<>();

    private SquaredContract(JsonNode fields) {
        this.fields = fields;
    }

    static void check(JsonNode body) {
        SquaredContract contract = new SquaredContract(body);
        contract.text("name").text("type").object("connection_spec");
        contract.kind("type", "invalid connector type");
        // Compared in exact case: another spelling gets past this rule, and then finds no class, or does.
        contract.definition("type", "name", "name", body.path("type").asText());
        refuseIfAny(contract.errors);
    }

    static void create(JsonNode body) {
        Map<String, Object> errors = new LinkedHashMap<>();
        JsonNode connector = body.path(CONNECTOR);
        if (!connector.isObject()) {
            errors.put(CONNECTOR, List.of(connector.isMissingNode() ? "is missing" : "must be a hash"));
        } else {
            SquaredContract contract = new SquaredContract(connector);
            contract.text("name").text("connector_name").text("connector_type").object("configuration");
            contract.rulesOfConnectors();
            putIfAny(errors, contract);
        }
        refuseIfAny(errors);
    }

    static void update(String id, JsonNode body) {
        Map<String, Object> errors = new LinkedHashMap<>(integer(id));
        JsonNode connector = body.path(CONNECTOR);
        if (!connector.isObject()) {
            errors.put(CONNECTOR, List.of(connector.isMissingNode() ? "is missing" : "must be a hash"));
        } else {
            SquaredContract contract = new SquaredContract(connector);
            contract.textIfThere("name").textIfThere("connector_name").textIfThere("connector_type");
            if (connector.has("configuration")) {
                contract.object("configuration");
            }
            contract.rulesOfConnectors();
            putIfAny(errors, contract);
        }
        refuseIfAny(errors);
    }

    static void query(String id, JsonNode body) {
        SquaredContract contract = new SquaredContract(body);
        contract.errors.putAll(integer(id));
        contract.text("query");
        refuseIfAny(contract.errors);
    }

    static void id(String id) {
        refuseIfAny(integer(id));
    }

    /** The query of a list, or of a definition, where the type is a must. */
    static void kind(JsonNode query, boolean needed, String complaint) {
        SquaredContract contract = new SquaredContract(query);
        if (needed || query.has("type")) {
            contract.text("type");
            contract.kind("type", complaint);
        }
        refuseIfAny(contract.errors);
    }

    private void rulesOfConnectors() {
        kind("connector_type", "invalid connector type");
        definition(
                "connector_type",
                "connector_name",
                "[:connector_type, :connector_name]",
                fields.path("connector_type").asText().toLowerCase(Locale.ROOT));
    }

    private SquaredContract textIfThere(String field) {
        return fields.has(field) ? text(field) : this;
    }

    private SquaredContract text(String field) {
        return filled(field, JsonNode::isTextual, "must be a string");
    }

    private SquaredContract object(String field) {
        return filled(field, JsonNode::isObject, "must be a hash");
    }

    private SquaredContract filled(String field, Predicate<JsonNode> type, String complaint) {
        JsonNode value = fields.path(field);
        if (value.isMissingNode()) {
            errors.put(field, List.of("is missing"));
        } else if (value.isNull() || isEmpty(value)) {
            errors.put(field, List.of("must be filled"));
        } else if (!type.test(value)) {
            errors.put(field, List.of(complaint));
        }
        return this;
    }

    private static boolean isEmpty(JsonNode value) {
        return value.isContainerNode()
                ? value.isEmpty()
                : value.isTextual() && value.asText().isEmpty();
    }

    private void kind(String field, String complaint) {
        String kind = fields.path(field).asText().toLowerCase(Locale.ROOT);
        if (fields.has(field) && !errors.containsKey(field) && !KINDS.contains(kind)) {
            errors.put(field, List.of(complaint));
        }
    }

    private void definition(String kindField, String nameField, String key, String kind) {
        boolean both = fields.has(kindField) && fields.has(nameField);
        if (both && KINDS.contains(kind) && !errors.containsKey(kindField) && !errors.containsKey(nameField)) {
            if (SquaredDefinitions.find(kind, fields.path(nameField).asText()).isEmpty()) {
                errors.put(key, List.of("invalid connector " + kind + " name"));
            }
        }
    }

    private static Map<String, Object> integer(String id) {
        return id.matches("[+-]?\\d+") ? Map.of() : Map.of("id", List.of("must be an integer"));
    }

    private static void putIfAny(Map<String, Object> errors, SquaredContract contract) {
        if (!contract.errors.isEmpty()) {
            errors.put(CONNECTOR, contract.errors);
        }
    }

    private static void refuseIfAny(Map<String, Object> errors) {
        if (!errors.isEmpty()) {
            throw new Refusal(SquaredErrors.contract(errors));
        }
    }
}
