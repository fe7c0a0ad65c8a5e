package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.sandbox.Faults;
import dev.connectioncheck.sandbox.contract.Canary;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Under no fault does an operation of a generated client give a value that the vendor did not, or act twice. */
class TypedMatrixTest {
    private static final int OPERATIONS = 33;

    @TestFactory
    Stream<DynamicTest> everyFaultAtEveryOperationEndsAsItsDocumentHasIt() {
        return TypedMatrix.findings().stream()
                .map(finding -> DynamicTest.dynamicTest(
                        finding.toString(),
                        () -> assertThat(finding.problems()).as("%s", finding).isEmpty()));
    }

    @Test
    void everyFaultIsPlayedAtEveryOperation() {
        assertThat(TypedMatrix.findings())
                .extracting(finding -> finding.operation() + ", " + finding.fault())
                .doesNotHaveDuplicates()
                .hasSize(OPERATIONS * Faults.all().size());
    }

    @Test
    void theOperationsAreThoseOfTheGeneratedClients() {
        assertThat(TypedMatrix.findings().stream()
                        .map(finding -> finding.operation().replaceFirst("^(\\w+)\\.(\\w+)\\(\\)", "$1.$2"))
                        .collect(Collectors.toSet()))
                .isEqualTo(generated())
                .hasSize(OPERATIONS);
    }

    private static Set<String> generated() {
        Set<String> operations = new TreeSet<>();
        addAll(operations, "squared.connectors", dev.connectioncheck.squared.api.ConnectorsApi.class);
        addAll(operations, "unstructured.sources", dev.connectioncheck.unstructured.api.SourcesApi.class);
        addAll(operations, "unstructured.destinations", dev.connectioncheck.unstructured.api.DestinationsApi.class);
        addAll(operations, "datafold.dataSources", dev.connectioncheck.datafold.api.DataSourcesApi.class);
        addAll(operations, "artie.connectors", dev.connectioncheck.artie.api.ConnectorsApi.class);
        return operations;
    }

    private static void addAll(Set<String> operations, String group, Class<?> api) {
        Stream.of(api.getMethods())
                .filter(method -> method.getReturnType().equals(ApiCall.class))
                .forEach(method -> operations.add(group + "." + method.getName()));
    }

    @Test
    void noSecretIsLogged() {
        long before = Canary.events();
        List<String> leaks = Canary.leaks();
        assertThat(TypedMatrix.findings()).isNotEmpty();

        assertThat(Canary.events()).isGreaterThanOrEqualTo(before).isPositive();
        assertThat(Canary.leaks()).isEqualTo(leaks);
    }
}
