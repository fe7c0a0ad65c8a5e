package dev.connectioncheck.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Connection;
import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.spi.ConnectionPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Vendor modules of which each breaks one promise of an inventory, and the matrix, which finds it. */
class CarelessListTest {
    private static final String HARMLESS = "content type text/plain";
    private static final String UNKNOWN_SHAPE = "200 {}";
    private static final String ERROR = "status 500";
    private static final String REFUSED = "status 403";
    private static final String WRONG_PLACE = "connection refused";

    @Test
    void aCarefulModuleIsAccusedOfNothing() throws InterruptedException {
        List<ListFinding> findings =
                play(new ToyModule(), HARMLESS, UNKNOWN_SHAPE, ERROR, REFUSED, "status 302", WRONG_PLACE);

        assertThat(findings).hasSize((5 * 2 + 1) * 2).allSatisfy(ListFinding::verify);
        VendorContract.requireAllLists(new ToyModule(), 22, findings);
        assertThat(ListMatrix.cases(new ToyModule())).isGreaterThan(22);
    }

    @Test
    void aCaseThatIsNotPlayedIsFound() throws InterruptedException {
        List<ListFinding> findings = play(new ToyModule(), HARMLESS);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> VendorContract.requireAllLists(new ToyModule(), 4, findings.subList(1, 4)))
                .withMessage("Of 4 cases 3 were played.");
    }

    @Test
    void aListThatIsNotDescribedIsFound() {
        ToyModule silent = new ToyModule() {
            @Override
            public List<CheckOperation> listOperations() {
                return List.of();
            }
        };

        assertThat(ListMatrix.cases(silent)).isZero();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> VendorContract.requireAllLists(silent, 0, List.of()))
                .withMessage("The client of toy lists, but listOperations() is empty");
    }

    @Test
    void aModuleThatListsNothingHasNothingToPlay() throws InterruptedException {
        ToyModule listless = new ToyModule() {
            @Override
            public List<CheckOperation> listOperations() {
                return List.of();
            }

            @Override
            ToyChecks checks(ApiRuntime runtime, Setup setup) {
                return new ToyChecks(runtime) {
                    @Override
                    Optional<ApiCall<ConnectionPage>> connections() {
                        return Optional.empty();
                    }
                };
            }
        };

        VendorContract.requireAllLists(listless, ListMatrix.cases(listless), play(listless, HARMLESS));
    }

    @Test
    void anEmptyListOutOfAnAnswerOfAnUnknownShapeIsFound() throws InterruptedException {
        ToyModule sanguine = module(runtime -> new ToyChecks(runtime) {
            @Override
            ConnectionPage read(JsonNode answer, int number) {
                return page(rows(answer), number);
            }
        });

        assertThatEach(sanguine, UNKNOWN_SHAPE, finding -> true)
                .breaksOnly("ended with less, not with any of [UnexpectedResponseException]");
    }

    @Test
    void aPageThatIsDroppedWithItsErrorIsFound() throws InterruptedException {
        ToyModule forgiving = module(runtime -> new ToyChecks(runtime) {
            @Override
            ApiCall<ConnectionPage> page(int number) {
                return ApiCall.from(() ->
                        super.page(number).executeAsync().exceptionally(failed -> ConnectionPage.last(List.of())));
            }
        });

        assertThatEach(forgiving, REFUSED, finding -> true)
                .breaks("ended with less, not with any of [PermissionDeniedException]");
    }

    @Test
    void aPageThatIsNeverAskedForIsFound() throws InterruptedException {
        ToyModule brief = module(runtime -> new ToyChecks(runtime) {
            @Override
            ConnectionPage read(JsonNode answer, int number) {
                return ConnectionPage.last(rows(answer));
            }
        });

        assertThatEach(brief, HARMLESS, finding -> true).breaks("ended with less, not with any of [whole]");
    }

    @Test
    void aRowThatIsNotThereIsFound() throws InterruptedException {
        ToyModule inventive = module(runtime -> new ToyChecks(runtime) {
            @Override
            Connection row(JsonNode toy) {
                return Connection.builder(vendor(), "toy", "x" + text(toy, "id"))
                        .name("invented")
                        .type("toy")
                        .notCheckable("It is not there.")
                        .build();
            }
        });

        assertThatEach(inventive, HARMLESS, finding -> true).breaksOnly(", of which the account has [");
    }

    @Test
    void aRowThatIsThereTwiceIsFound() throws InterruptedException {
        ToyModule twofold = module(runtime -> new ToyChecks(runtime) {
            @Override
            List<Connection> rows(JsonNode answer) {
                List<Connection> rows = new ArrayList<>(super.rows(answer));
                rows.addAll(super.rows(answer));
                return rows;
            }
        });

        assertThatEach(twofold, HARMLESS, finding -> true).breaksOnly(", of which the account has [");
    }

    @Test
    void aRequestThatDoesNotOnlyReadIsFound() throws InterruptedException {
        ToyModule meddling = module(runtime -> new ToyChecks(runtime) {
            @Override
            Optional<ApiCall<ConnectionPage>> connections() {
                return Optional.of(runtime.request("POST", "refreshToys", "/toys/refresh")
                        .resend(Resend.NEVER)
                        .call(JsonNode.class, 404)
                        .then(refreshed -> page(1)));
            }
        });

        assertThatEach(meddling, HARMLESS, finding -> true).breaks("sent POST /toys/refresh");
    }

    @Test
    void aListThatIsNeverRetriedIsFound() throws InterruptedException {
        ToyModule timid = module(runtime -> new ToyChecks(runtime) {
            @Override
            ApiCall<ConnectionPage> page(int number) {
                return runtime.request("GET", "listToys", "/toys")
                        .query("page", number)
                        .resend(Resend.NEVER)
                        .callForPage(JsonNode.class, 200)
                        .map(answer -> read(answer, number));
            }
        });

        assertThatEach(timid, ERROR, finding -> finding.operation().endsWith("1"))
                .breaksOnly("sent 1 requests, not 3");
    }

    @Test
    void aRowThatShowsASecretIsFound() throws InterruptedException {
        ToyModule talkative = module(runtime -> new ToyChecks(runtime) {
            @Override
            Connection row(JsonNode toy) {
                return Connection.builder(vendor(), "toy", text(toy, "id"))
                        .name(text(toy, "password"))
                        .type("toy")
                        .target(new ToyTarget(text(toy, "id"), ""))
                        .build();
            }
        });

        assertThatEach(talkative, HARMLESS, finding -> true).breaks("shows a secret: ");
    }

    @Test
    void aTimerThatIsLeftBehindIsFound() throws InterruptedException {
        ToyModule untidy = new ToyModule() {
            @Override
            ToyChecks checks(ApiRuntime runtime, Setup setup) {
                return new ToyChecks(runtime) {
                    @Override
                    List<Connection> rows(JsonNode answer) {
                        var unused = ((HurriedTime) setup.time()).schedule(() -> {}, TimeUnit.DAYS.toNanos(1));
                        return super.rows(answer);
                    }
                };
            }
        };

        assertThatEach(untidy, HARMLESS, finding -> true).breaksOnly("left 2 timers behind");
    }

    private static ToyModule module(Function<ApiRuntime, ToyChecks> checks) {
        return new ToyModule() {
            @Override
            ToyChecks checks(ApiRuntime runtime, Setup setup) {
                return checks.apply(runtime);
            }
        };
    }

    private static List<ListFinding> play(ToyModule module, String... faults) throws InterruptedException {
        Set<String> chosen = Set.of(faults);
        return ListMatrix.play(List.of(module), fault -> chosen.contains(fault.name()), 8, Patience.USUAL);
    }

    private static Found assertThatEach(ToyModule module, String fault, Predicate<ListFinding> chosen)
            throws InterruptedException {
        List<ListFinding> accused = play(module, fault).stream().filter(chosen).toList();
        assertThat(accused).isNotEmpty();
        return new Found(accused);
    }

    /** Findings that should all accuse of the same. */
    private record Found(List<ListFinding> findings) {
        void breaks(String problem) {
            assertThat(findings)
                    .allSatisfy(finding -> assertThatThrownBy(finding::verify).hasMessageContaining(problem));
        }

        void breaksOnly(String problem) {
            breaks(problem);
            assertThat(findings)
                    .allSatisfy(finding -> assertThat(finding.problems()).hasSize(1));
        }
    }
}
