package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.client.Environment;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/**
 * Lists the account of each real vendor for whose key there are environment variables, checks it if told to, and says
 * which vendors it skips.
 */
@Tag("live")
class LiveVendorsTest {
    private final RealAccounts real = new RealAccounts(Environment.ofProcess());

    @TestFactory
    Stream<DynamicTest> eachVendorTellsWhatItHasInAFormThatIsRecognised() {
        Map<String, Optional<Account>> accounts = new LinkedHashMap<>();
        accounts.put("squared", real.squared());
        accounts.put("unstructured", real.unstructured());
        accounts.put("datafold", real.datafold());
        accounts.put("artie", real.artie());
        accounts.forEach((vendor, account) -> System.out.println(
                "live: " + vendor + (account.isPresent() ? " is asked" : " is skipped: no key in the environment")));
        return accounts.values().stream()
                .flatMap(Optional::stream)
                .map(account -> DynamicTest.dynamicTest(account.vendor(), () -> tells(account)));
    }

    private void tells(Account account) {
        try (ConnectionChecker checker = ConnectionChecker.of(account.client())) {
            Inventory inventory = checker.inventory();
            System.out.println("live: " + account.vendor() + " has "
                    + inventory.connections().size() + " connections");
            assertThat(inventory.errors()).isEmpty();
            if (real.mayBeChecked()) {
                assertThat(checker.checkAll(inventory).outcomes())
                        .allSatisfy(outcome -> System.out.println("live: " + outcome))
                        .extracting(CheckOutcome::status)
                        .doesNotContain(CheckStatus.INCONCLUSIVE, CheckStatus.ERROR);
            }
        }
    }
}
