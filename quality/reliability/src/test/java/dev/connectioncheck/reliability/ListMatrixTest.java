package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.internal.wire.ShorterLists;
import dev.connectioncheck.sandbox.Faults;
import dev.connectioncheck.sandbox.SandboxRequest;
import dev.connectioncheck.sandbox.contract.Canary;
import dev.connectioncheck.sandbox.contract.CheckOperation;
import dev.connectioncheck.sandbox.contract.FaultMatrix;
import dev.connectioncheck.sandbox.contract.ListFinding;
import dev.connectioncheck.sandbox.contract.StandIn;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No fault makes an account look emptier than it is. */
class ListMatrixTest {
    @BeforeAll
    static void shorterLists() {
        ShorterLists.begin();
    }

    @AfterAll
    static void listsAsTheyAre() {
        ShorterLists.end();
    }

    /** The others don't list settings. */
    static List<VendorUnderTest> vendorsThatListSettings() {
        return List.of(Vendors.squared(), Vendors.unstructured());
    }

    @TestFactory
    Stream<DynamicTest> noFaultMakesAnInventorySilentlyIncomplete() {
        return Lists.findings().stream().map(each -> DynamicTest.dynamicTest(each.toString(), each::verify));
    }

    /** Faults of an answer strike each request; a wrong place strikes the first, for there is no other. */
    @Test
    void everyFaultIsPlayedAtEveryListInEveryWay() {
        List<String> expected = new ArrayList<>();
        for (VendorUnderTest vendor : Vendors.all()) {
            for (CheckOperation list : vendor.listOperations()) {
                boolean first =
                        list.name().equals(vendor.listOperations().get(0).name());
                FaultMatrix.faults().stream()
                        .filter(fault -> first || !isAWrongPlace(fault))
                        .forEach(fault -> Stream.of("BLOCKING", "ASYNC")
                                .forEach(mode ->
                                        expected.add(vendor.vendor() + " " + list + ", " + fault + ", " + mode)));
            }
        }
        assertThat(Lists.findings())
                .extracting(ListFinding::caseName)
                .containsExactlyInAnyOrderElementsOf(expected)
                .doesNotHaveDuplicates();
        assertThat(Vendors.all())
                .flatExtracting(VendorUnderTest::listOperations)
                .hasSize(8);
    }

    private static boolean isAWrongPlace(String fault) {
        return !fault.startsWith("the secrets come back")
                && Stream.concat(Faults.all().stream(), Faults.http2().stream())
                        .noneMatch(each -> each.name().equals(fault));
    }

    /** What never leaves the server proves nothing by not being shown. */
    @ParameterizedTest
    @MethodSource("vendorsThatListSettings")
    void theListsHoldTheSecretThatNoInventoryShows(VendorUnderTest vendor) throws Exception {
        String key = Canary.secret("key");
        List<String> bodies = new ArrayList<>();
        try (StandIn standIn =
                vendor.start(new VendorUnderTest.Setup(InstantSource.system(), Optional.empty(), false, key))) {
            standIn.fill(number -> Optional.empty(), Canary.secret("password"));
            try (var checker = ConnectionChecker.of(
                    standIn.client(builder -> builder.apiKey(key).baseUrl(standIn.baseUrl())))) {
                assertThat(checker.inventory().errors()).isEmpty();
            }
            for (var request : standIn.requests()) {
                bodies.add(body(standIn.baseUrl() + request.path(), request));
            }
        }
        assertThat(bodies).hasSameSizeAs(vendor.listOperations()).allMatch(Canary::isIn);
    }

    private static String body(String url, SandboxRequest seen) throws Exception {
        HttpRequest.Builder again = HttpRequest.newBuilder(URI.create(url));
        Stream.of("Authorization", "Workspace-Id", "unstructured-api-key", "Accept")
                .forEach(name -> seen.header(name).ifPresent(value -> again.header(name, value)));
        return HttpClient.newHttpClient()
                .send(again.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }
}
