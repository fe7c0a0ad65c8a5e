package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.client.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Asks each real vendor for whose key and id there are environment variables, and says which it skips. */
@Tag("live")
class LiveVendorsTest {
    private final RealVendors real = new RealVendors(Environment.ofProcess());

    @TestFactory
    Stream<DynamicTest> eachVendorGivesAVerdictThatIsRecognised() {
        Map<String, Optional<VendorPlan>> plans = new LinkedHashMap<>();
        plans.put("squared", real.squared());
        plans.put("unstructured", real.unstructured());
        plans.put("datafold", real.datafold());
        plans.put("artie", real.artie());
        plans.forEach((vendor, plan) -> System.out.println("live: " + vendor
                + (plan.isPresent() ? " is asked" : " is skipped: no key and id in the environment")));
        return plans.values().stream().flatMap(Optional::stream).flatMap(LiveVendorsTest::testsOf);
    }

    private static Stream<DynamicTest> testsOf(VendorPlan plan) {
        return plan.checks().stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.vendor() + " " + check.connection(), () -> givesAVerdict(plan, check)));
    }

    private static void givesAVerdict(VendorPlan plan, PlannedCheck check) {
        try (ConnectionChecker checker = ConnectionChecker.of(plan.client())) {
            CheckResult result = checker.check(check.target());
            System.out.println("live: " + check.vendor() + " says " + result.verdict() + " of " + check.connection()
                    + result.message().map(message -> ": " + message).orElse(""));
            assertThat(result.verdict()).isIn(Verdict.PASSED, Verdict.FAILED);
        }
    }
}
