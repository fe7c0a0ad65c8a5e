package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.sandbox.SquaredSaved.Fields;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The connectors saved in Squared's workspace (server code of Multiwoven 0.124.0).
 *
 * <p>Used by all threads of the server; its own lock guards what it keeps.
 */
final class SquaredConnectors {
    private static final Set<String> KINDS = Set.of("source", "destination");
    private static final String SCHEMA_MESSAGE = """
            Translation missing. Options considered were:
            - en.activerecord.errors.models.connector.attributes.configuration.invalid_json
            - en.activerecord.errors.models.connector.invalid_json
            - en.activerecord.errors.messages.invalid_json
            - en.errors.attributes.configuration.invalid_json
            - en.errors.messages.invalid_json""";
    private static final Comparator<SquaredSaved> LAST_EDITED_FIRST = Comparator.comparing(SquaredSaved::updatedAt)
            .thenComparing(SquaredSaved::id)
            .reversed();

    private final SandboxTime time;
    private final Map<Long, SquaredSaved> saved = new LinkedHashMap<>();
    private long last;

    SquaredConnectors(SandboxTime time) {
        this.time = time;
    }

    private SquaredSaved add(Fields fields, SquaredSaved.Origin origin) {
        last++;
        SquaredSaved connector = new SquaredSaved(last, time.now().truncatedTo(ChronoUnit.MILLIS), fields, origin);
        saved.put(last, connector);
        return connector;
    }

    /** Saves a row as it is, valid or not. */
    synchronized SquaredSaved add(SquaredRow row, Map<String, Object> settings) {
        return add(
                new Fields(
                        row.nameOr(row.definition() + " " + (last + 1)),
                        row.description().orElse(null),
                        row.kind(),
                        row.definition(),
                        settings),
                new SquaredSaved.Origin(row.behavior(), true, row.isVanished()));
    }

    synchronized List<? extends Map<String, ?>> list(long workspaceId, Predicate<String> kind) {
        return saved.values().stream()
                .filter(connector -> kind.test(connector.fields().kind()))
                .sorted(LAST_EDITED_FIRST)
                .map(connector -> connector.read(workspaceId))
                .toList();
    }

    /** Looks an id up as a request names it; what was deleted, or has vanished, is not there. */
    synchronized Optional<SquaredSaved> find(String id) {
        return Optional.ofNullable(saved.get(SquaredPage.leadingNumber(id)))
                .filter(connector -> !connector.isVanished() && id.length() < 19);
    }

    synchronized Optional<SquaredSaved> find(long id) {
        return Optional.ofNullable(saved.get(id));
    }

    synchronized Answer show(SquaredSaved connector, long workspaceId) {
        return Answer.json(200, Map.of("data", connector.read(workspaceId)));
    }

    synchronized Answer create(JsonNode sent, long workspaceId) {
        Fields fields = Fields.of(sent);
        if (saved.values().stream().anyMatch(other -> other.fields().isNamedLike(fields))) {
            return SquaredErrors.error(422, "A connector with the same name already exists.");
        }
        validate(fields, "Connector creation failed");
        SquaredSaved created = add(fields, new SquaredSaved.Origin(Behavior.passes(), false, false));
        return Answer.json(201, Map.of("data", created.written(workspaceId)));
    }

    synchronized Answer update(SquaredSaved connector, JsonNode sent, long workspaceId) {
        Fields changed = connector.fields().with(sent);
        validate(changed, "Connector update failed");
        connector.change(changed, time.now().truncatedTo(ChronoUnit.MILLIS));
        Map<String, @Nullable Object> shown =
                sent.has("configuration") ? connector.written(workspaceId) : connector.read(workspaceId);
        return Answer.json(200, Map.of("data", shown));
    }

    synchronized void touch(long id) {
        find(id).ifPresent(connector -> connector.touch(time.now().truncatedTo(ChronoUnit.MILLIS)));
    }

    synchronized void remove(long id) {
        saved.remove(id);
    }

    /** What the model checks once the contract is content: each attribute tells its first problem. */
    private static void validate(Fields fields, String complaint) {
        if (!KINDS.contains(fields.kind())) {
            throw new Refusal(SquaredErrors.badRequest("'" + fields.kind() + "' is not a valid connector_type"));
        }
        Map<String, String> problems = new LinkedHashMap<>();
        JsonNode configuration = Json.tree(fields.configuration());
        if (!SquaredClasses.find(fields.kind(), fields.definition()).fits(configuration)) {
            problems.put("configuration", SCHEMA_MESSAGE);
        }
        if (isBlank(fields.name())) {
            problems.put("name", "can't be blank");
        }
        if (!problems.isEmpty()) {
            throw new Refusal(SquaredErrors.unprocessable(complaint, problems));
        }
        if (fields.name().indexOf('\0') >= 0 || configuration.toString().contains("\\u0000")) {
            throw new Refusal(SquaredErrors.badRequest("string contains null byte"));
        }
    }

    /** Ruby counts every blank of Unicode, the one that does not break among them. */
    private static boolean isBlank(String text) {
        return text.codePoints().allMatch(each -> Character.isWhitespace(each) || Character.isSpaceChar(each));
    }
}
