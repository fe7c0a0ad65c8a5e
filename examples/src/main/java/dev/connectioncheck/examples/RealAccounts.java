package dev.connectioncheck.examples;

import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.client.Environment;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.unstructured.UnstructuredClient;
import java.util.Optional;

/**
 * Makes clients of the real vendors for which there is a key in the environment.
 *
 * <p>A program of yours would call {@code DatafoldClient.fromEnvironment()} and its like; this one reads the same
 * variables by itself so that tests can give it others.
 */
final class RealAccounts {
    private final Environment environment;

    RealAccounts(Environment environment) {
        this.environment = environment;
    }

    /** Tells whether the vendors are to try their connections, which may have side effects there. */
    boolean mayBeChecked() {
        return environment
                .optional("CONNECTION_CHECK_REAL")
                .filter("yes"::equalsIgnoreCase)
                .isPresent();
    }

    Optional<Account> squared() {
        return environment.optional("SQUARED_API_KEY").map(key -> {
            SquaredClient.Builder client =
                    SquaredClient.builder().apiKey(key).workspaceId(environment.requiredNumber("SQUARED_WORKSPACE_ID"));
            environment.optional("SQUARED_API_URL").ifPresent(client::baseUrl);
            return new Account("squared", client.build(), true);
        });
    }

    Optional<Account> unstructured() {
        return environment.optional("UNSTRUCTURED_API_KEY").map(key -> {
            UnstructuredClient.Builder client = UnstructuredClient.builder().apiKey(key);
            environment.optional("UNSTRUCTURED_API_URL").ifPresent(client::baseUrl);
            return new Account("unstructured", client.build(), true);
        });
    }

    Optional<Account> datafold() {
        return environment.optional("DATAFOLD_API_KEY").map(key -> {
            DatafoldClient.Builder client = DatafoldClient.builder().apiKey(key);
            environment.optional("DATAFOLD_HOST").ifPresent(client::baseUrl);
            return new Account("datafold", client.build(), true);
        });
    }

    Optional<Account> artie() {
        return environment.optional("ARTIE_API_KEY").map(key -> {
            ArtieClient.Builder client = ArtieClient.builder().apiKey(key);
            environment.optional("ARTIE_API_URL").ifPresent(client::baseUrl);
            return new Account("artie", client.build(), true);
        });
    }
}
