package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Squared's contracts: which fields a body needs (server code of Multiwoven 0.124.0). */
final class SquaredContract {
    private static final Set<String> SOURCES = Set.of(
            ("Snowflake Redshift Bigquery Postgresql Databricks SalesforceConsumerGoodsCloud AwsAthena Clickhouse AmazonS3 "
                            + "MariaDB Oracle DatabricksModel AwsSagemakerModel VertexModel HttpModel OpenAI Sftp WatsonxAi "
                            + "WatsonxData Anthropic AwsBedrockModel GenericOpenAI IntuitQuickBooks PineconeDB Qdrant "
                            + "Firecrawl Odoo GoogleDrive Http")
                    .split(" ", -1));
    private static final Set<String> DESTINATIONS =
            Set.of(("Klaviyo SalesforceCrm FacebookCustomAudience Slack Hubspot GoogleSheets Airtable Stripe "
                            + "SalesforceConsumerGoodsCloud Sftp Postgresql Zendesk Http Iterable MariaDB "
                            + "DatabricksLakehouse Oracle MicrosoftExcel MicrosoftSql Mailchimp AISDataStore AmazonS3 "
                            + "MicrosoftDynamics Qdrant PineconeDB Odoo Weaviate")
                    .split(" ", -1));
    private static final String SOURCE = "source";
    private static final String DESTINATION = "destination";

    private final JsonNode body;
    private final Map<String, List<String>> errors = new LinkedHashMap<>();

    private SquaredContract(JsonNode body) {
        this.body = body;
    }

    static void check(JsonNode body) {
        SquaredContract contract = new SquaredContract(body);
        contract.filledText("name");
        contract.filledText("type");
        contract.filledObject("connection_spec");
        contract.validType("type");
        contract.validName("type", "name", "name");
        if (!contract.errors.isEmpty()) {
            throw new Refusal(SquaredErrors.contract(contract.errors));
        }
    }

    static void create(JsonNode connector) {
        SquaredContract contract = new SquaredContract(connector);
        contract.filledText("name");
        contract.filledText("connector_type");
        contract.filledText("connector_name");
        contract.filledObject("configuration");
        contract.validType("connector_type");
        contract.validName("connector_type", "connector_name", "[:connector_type, :connector_name]");
        if (!contract.errors.isEmpty()) {
            throw new Refusal(SquaredErrors.contract(Map.of("connector", contract.errors)));
        }
    }

    /**
     * Looks the connector's class up: exact case here, unlike the contract, so {@code SOURCE} gets this far and no
     * further.
     */
    static void classOf(String type, String name) {
        boolean known = SOURCE.equalsIgnoreCase(type) ? SOURCES.contains(name) : DESTINATIONS.contains(name);
        boolean shouted = type.equals(type.toUpperCase(Locale.ROOT));
        if (shouted || !known) {
            throw new Refusal(
                    SquaredErrors.badRequest("uninitialized constant Multiwoven::Integrations::" + type + "::" + name));
        }
    }

    private void filledText(String field) {
        JsonNode value = body.path(field);
        problem(value, value.isTextual(), value.asText().isEmpty(), "must be a string")
                .ifPresent(problem -> errors.put(field, List.of(problem)));
    }

    private void filledObject(String field) {
        JsonNode value = body.path(field);
        problem(value, value.isObject(), value.isEmpty(), "must be a hash")
                .ifPresent(problem -> errors.put(field, List.of(problem)));
    }

    private static Optional<String> problem(JsonNode value, boolean rightType, boolean empty, String wrongType) {
        if (value.isMissingNode()) {
            return Optional.of("is missing");
        }
        if (value.isNull() || (rightType && empty)) {
            return Optional.of("must be filled");
        }
        return rightType ? Optional.empty() : Optional.of(wrongType);
    }

    private void validType(String field) {
        String type = body.path(field).asText().toLowerCase(Locale.ROOT);
        if (!errors.containsKey(field) && !Set.of(SOURCE, DESTINATION).contains(type)) {
            errors.put(field, List.of("invalid connector type"));
        }
    }

    /** Compares the type in exact case: another spelling gets past this rule, as it does on the server. */
    private void validName(String typeField, String nameField, String key) {
        if (errors.containsKey(typeField) || errors.containsKey(nameField)) {
            return;
        }
        String type = body.path(typeField).asText();
        String name = body.path(nameField).asText();
        if (type.equals(SOURCE) && !SOURCES.contains(name)) {
            errors.put(key, List.of("invalid connector source name"));
        } else if (type.equals(DESTINATION) && !DESTINATIONS.contains(name)) {
            errors.put(key, List.of("invalid connector destination name"));
        }
    }
}
