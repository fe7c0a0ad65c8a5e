package dev.connectioncheck.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.client.Environment;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Plans checks at the real vendors: at each for which both a key and something to check are in the environment.
 *
 * <p>A program of yours would call {@code DatafoldClient.fromEnvironment()} and its like; this one reads the same
 * variables by itself so that tests can give it others.
 */
final class RealVendors {
    private final Environment environment;

    RealVendors(Environment environment) {
        this.environment = environment;
    }

    /** Plans a check of unsaved settings, since Squared checks no saved connector. */
    Optional<VendorPlan> squared() {
        if (!has("SQUARED_API_KEY", "SQUARED_WORKSPACE_ID", "SQUARED_DEFINITION", "SQUARED_CONNECTION_SPEC")) {
            return Optional.empty();
        }
        SquaredClient.Builder client = SquaredClient.builder()
                .apiKey(environment.required("SQUARED_API_KEY"))
                .workspaceId(environment.requiredNumber("SQUARED_WORKSPACE_ID"));
        environment.optional("SQUARED_API_URL").ifPresent(client::baseUrl);
        String definition = environment.required("SQUARED_DEFINITION");
        Map<String, Object> spec = json(Path.of(environment.required("SQUARED_CONNECTION_SPEC")));
        boolean destination = environment
                .optional("SQUARED_CONNECTOR_TYPE")
                .filter("destination"::equalsIgnoreCase)
                .isPresent();
        SquaredTarget target =
                destination ? SquaredTarget.destination(definition, spec) : SquaredTarget.source(definition, spec);
        return Optional.of(new VendorPlan(client.build(), true, List.of(named(target))));
    }

    Optional<VendorPlan> unstructured() {
        List<PlannedCheck> checks = new ArrayList<>();
        environment
                .optional("UNSTRUCTURED_SOURCE_ID")
                .ifPresent(id -> checks.add(named(UnstructuredTarget.source(id))));
        environment
                .optional("UNSTRUCTURED_DESTINATION_ID")
                .ifPresent(id -> checks.add(named(UnstructuredTarget.destination(id))));
        if (checks.isEmpty() || !has("UNSTRUCTURED_API_KEY")) {
            return Optional.empty();
        }
        UnstructuredClient.Builder client =
                UnstructuredClient.builder().apiKey(environment.required("UNSTRUCTURED_API_KEY"));
        environment.optional("UNSTRUCTURED_API_URL").ifPresent(client::baseUrl);
        return Optional.of(new VendorPlan(client.build(), true, checks));
    }

    Optional<VendorPlan> datafold() {
        if (!has("DATAFOLD_API_KEY", "DATAFOLD_DATA_SOURCE_ID")) {
            return Optional.empty();
        }
        DatafoldClient.Builder client = DatafoldClient.builder().apiKey(environment.required("DATAFOLD_API_KEY"));
        environment.optional("DATAFOLD_HOST").ifPresent(client::baseUrl);
        DatafoldTarget target = DatafoldTarget.dataSource(environment.requiredNumber("DATAFOLD_DATA_SOURCE_ID"));
        return Optional.of(new VendorPlan(client.build(), true, List.of(named(target))));
    }

    Optional<VendorPlan> artie() {
        if (!has("ARTIE_API_KEY", "ARTIE_CONNECTOR_UUID")) {
            return Optional.empty();
        }
        ArtieClient.Builder client = ArtieClient.builder().apiKey(environment.required("ARTIE_API_KEY"));
        environment.optional("ARTIE_API_URL").ifPresent(client::baseUrl);
        ArtieTarget target = ArtieTarget.saved(environment.required("ARTIE_CONNECTOR_UUID"));
        return Optional.of(new VendorPlan(client.build(), true, List.of(named(target))));
    }

    private boolean has(String... names) {
        return List.of(names).stream()
                .allMatch(name -> environment.optional(name).isPresent());
    }

    private static PlannedCheck named(CheckTarget target) {
        return new PlannedCheck(target.toString(), target);
    }

    private static Map<String, Object> json(Path file) {
        try {
            return new ObjectMapper().readValue(Files.readString(file), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            // Without the cause, which may quote a password.
            throw new IllegalStateException("SQUARED_CONNECTION_SPEC must name a file with one JSON object.");
        } catch (IOException e) {
            throw new IllegalStateException("SQUARED_CONNECTION_SPEC names a file that can't be read.", e);
        }
    }
}
