package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyVendor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Several clients of one vendor in one checker. */
class AccountsTest {
    private final ToyVendor unnamed = ToyVendor.saying(Reply.running(), Reply.works());
    private final ToyVendor eu = ToyVendor.saying(Reply.running(), Reply.works());
    private final ToyVendor us = ToyVendor.saying(Reply.running(), Reply.works());

    private ConnectionChecker all() {
        return ConnectionChecker.builder()
                .client(unnamed.client())
                .client("eu", eu.client())
                .client("us", us.client())
                .timeSource(unnamed.time())
                .build();
    }

    private ConnectionChecker named() {
        return ConnectionChecker.builder()
                .client("eu", eu.client())
                .client("us", us.client())
                .timeSource(eu.time())
                .build();
    }

    @Test
    void aTargetGoesToTheAccountThatItNamesAndAnUnnamedOneToTheUnnamedClient() {
        try (ConnectionChecker checker = all()) {
            checker.check(toy("t1"));
            checker.check(toy("t2").at("us"));
        }

        assertThat(unnamed.requests())
                .allMatch(request -> request.contains("t1"))
                .isNotEmpty();
        assertThat(us.requests()).allMatch(request -> request.contains("t2")).isNotEmpty();
        assertThat(eu.requests()).isEmpty();
    }

    @Test
    void anUnnamedTargetGoesToTheOnlyNamedClient() {
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client("eu", eu.client())
                .timeSource(eu.time())
                .build()) {
            assertThat(checker.check(toy("t1")).passed()).isTrue();
        }
    }

    @Test
    void anUnnamedTargetOfSeveralNamedClientsIsRefusedWithTheAccounts() {
        try (ConnectionChecker checker = named()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> checker.checkAsync(toy("t1")))
                    .withMessageContaining("\"eu\", \"us\"")
                    .withMessageContaining("target.at(account)");
        }
        assertThat(eu.requests()).isEmpty();
    }

    @Test
    void anAccountThatIsNotThereIsRefusedWithThoseThatAre() {
        try (ConnectionChecker checker = all()) {
            assertThatIllegalArgumentException()
                    .isThrownBy(
                            () -> checker.checkAll(List.of(toy("t1"), toy("t2").at("asia"))))
                    .withMessageContaining("no client for toy at asia")
                    .withMessageContaining("an unnamed one, \"eu\", \"us\"");
        }
        assertThat(unnamed.requests()).isEmpty();
    }

    @Test
    void twoClientsOfOneVendorNeedDifferentNames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionChecker.of(unnamed.client(), eu.client()))
                .withMessageContaining("client(account, client)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionChecker.builder()
                        .client("eu", eu.client())
                        .client("eu", us.client())
                        .build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionChecker.builder().client(" ", eu.client()));
    }

    @Test
    void aTokenLeadsBackToTheAccount() {
        try (ConnectionChecker checker = all()) {
            String token = checker.start(toy("t1").at("us")).token().orElseThrow();

            RunningCheck resumed = checker.resume(token);

            assertThat(resumed.await().passed()).isTrue();
            assertThat(resumed.target()).isEqualTo(toy("t1").at("us"));
        }
        assertThat(us.requests()).hasSize(2);
        assertThat(unnamed.requests()).isEmpty();
    }

    @Test
    void aTokenOfAnAccountThatIsNotThereIsRefused() {
        try (ConnectionChecker here = all();
                ConnectionChecker there = ConnectionChecker.builder()
                        .client(unnamed.client())
                        .timeSource(unnamed.time())
                        .build()) {
            String token = here.start(toy("t1").at("us")).token().orElseThrow();

            assertThatIllegalArgumentException()
                    .isThrownBy(() -> there.resume(token))
                    .withMessageContaining("no client for toy at us");
        }
    }

    @Test
    void anErrorSaysWhichAccountWasAsked() {
        ToyVendor refusing = ToyVendor.saying(Reply.of(403, "{}"));
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client("eu", refusing.client())
                .timeSource(refusing.time())
                .build()) {
            assertThatExceptionOfType(PermissionDeniedException.class)
                    .isThrownBy(() -> checker.check(toy("t1")))
                    .satisfies(denied -> assertThat(denied.account()).contains("eu"));
        }
    }
}
