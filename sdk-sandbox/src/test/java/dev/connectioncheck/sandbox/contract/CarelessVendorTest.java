package dev.connectioncheck.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.VendorClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.logging.Logger;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Vendor modules of which each breaks one promise, and the matrix, which finds it. */
class CarelessVendorTest {
    private static final String HARMLESS = "content type text/plain";
    private static final String ERROR = "status 400";
    private static final String RETRIED = "reset before headers";
    private static final String REDIRECT = "status 302";
    private static final String UNTRUSTED = "TLS: untrusted";
    private static final Patience HASTY = new Patience(Duration.ofSeconds(1), Duration.ofMillis(200));

    private final CountDownLatch end = new CountDownLatch(1);

    @AfterEach
    void letEveryoneGo() {
        end.countDown();
    }

    @Test
    void aCarefulModuleIsAccusedOfNothing() throws InterruptedException {
        List<String> faults = List.of(HARMLESS, ERROR, RETRIED, REDIRECT, UNTRUSTED);
        List<Finding> findings = play(new ToyModule(), Patience.USUAL, faults.toArray(String[]::new));

        assertThat(findings).hasSize(5 * 2 * 4).allSatisfy(Finding::verify);
        VendorContract.requireAll(new ToyModule(), faults, findings);
    }

    @Test
    void aWayThatIsNotTriedIsFound() throws InterruptedException {
        List<Finding> blocking = play(new ToyModule(), Patience.USUAL, HARMLESS).stream()
                .filter(finding -> finding.mode() == Mode.BLOCKING)
                .toList();
        List<Finding> twice =
                Stream.concat(blocking.stream(), blocking.stream()).toList();

        assertThat(Stream.of(blocking, twice))
                .allSatisfy(findings -> assertThatExceptionOfType(AssertionError.class)
                        .isThrownBy(() -> VendorContract.requireAll(new ToyModule(), List.of(HARMLESS), findings))
                        .withMessage("Of 8 cases 4 were played."));
    }

    @Test
    void aVerdictThatTheVendorDidNotGiveIsFound() throws InterruptedException {
        ToyModule sanguine = module(runtime -> new ToyChecks(runtime) {
            @Override
            Progress read(JsonNode answer) {
                return super.read(answer) instanceof Progress.Running running ? running : Progress.passed();
            }
        });

        assertThatEach(sanguine, HARMLESS, finding -> finding.truth() == Verdict.FAILED)
                .breaksOnly("ended with PASSED, not with any of [FAILED]");
    }

    @Test
    void aVerdictOutOfAnAnswerThatSaysNothingIsFound() throws InterruptedException {
        ToyModule sanguine = module(runtime -> new ToyChecks(runtime) {
            @Override
            Progress read(JsonNode answer) {
                return answer.has("state") ? super.read(answer) : Progress.passed();
            }
        });

        assertThatEach(sanguine, "200 {}", finding -> finding.operation().equals("getToy"))
                .breaksOnly("ended with PASSED, not with any of");
    }

    @Test
    void anEndThatNoCallerExpectsIsFound() throws InterruptedException {
        ToyModule strange = new ToyModule() {
            @Override
            CheckTarget target(String id, String password) {
                return () -> "somebody else";
            }
        };

        assertThatEach(
                        play(strange, HASTY, HARMLESS),
                        finding -> finding.operation().equals("startToy"))
                .breaks("ended in a way that no caller expects: java.lang.IllegalArgumentException");
    }

    @Test
    void anErrorWithoutTheTokenOfARunningCheckIsFound() throws InterruptedException {
        ToyModule forgetful = module(runtime -> new ToyChecks(runtime) {
            @Override
            public String reference(ToyTarget target) {
                throw new IllegalStateException("forgotten");
            }
        });

        assertThatEach(forgetful, ERROR, finding -> finding.operation().equals("getToy"))
                .breaks("the token is Optional.empty at getToy");
    }

    @Test
    void anErrorInTheNameOfAnotherVendorIsFound() throws InterruptedException {
        ToyModule impostor = new ToyModule() {
            @Override
            String nameInMessages() {
                return "another";
            }
        };

        assertThatEach(impostor, ERROR, finding -> true).breaksOnly("the exception names the vendor another");
    }

    @Test
    void aRequestThatIsSentMoreOftenThanItsOperationAllowsIsFound() throws InterruptedException {
        ToyModule insistent = module(runtime -> new ToyChecks(runtime) {
            @Override
            Resend resendOfStart() {
                return Resend.ALWAYS;
            }
        });

        assertThatEach(insistent, RETRIED, finding -> finding.operation().equals("startToy"))
                .breaksOnly("was sent 3 times, not 1");
    }

    @Test
    void anAsynchronousCheckThatKeepsItsCallerWaitingIsFound() throws InterruptedException {
        ToyModule blocking = module(runtime -> new ToyChecks(runtime) {
            @Override
            public ApiCall<Progress> poll(ToyTarget target, Progress.Running last) {
                super.poll(target, last).execute();
                return super.poll(target, last);
            }
        });

        assertThatEach(blocking, HARMLESS, this::isPolledByItsCaller).breaks("ASYNC, but sent by the thread ");
    }

    /** The first poll is asked for when time leaps, which it does on the caller's thread. */
    private boolean isPolledByItsCaller(Finding finding) {
        return finding.mode() == Mode.ASYNC && finding.operation().equals("getToy");
    }

    @Test
    void aBlockingCheckThatLeavesItsThreadIsFound() throws InterruptedException {
        ToyModule wandering = module(runtime -> new ToyChecks(runtime) {
            @Override
            public ApiCall<Progress> poll(ToyTarget target, Progress.Running last) {
                Progress unused = super.poll(target, last).executeAsync().join();
                return super.poll(target, last);
            }
        });

        assertThatEach(wandering, HARMLESS, finding -> finding.mode() == Mode.BLOCKING)
                .breaks("BLOCKING, but sent by the thread ");
    }

    @Test
    void aCheckThatEndsAfterItsDeadlineIsFound() throws InterruptedException {
        ToyModule slow = new ToyModule() {
            @Override
            ToyChecks checks(ApiRuntime runtime, Setup setup) {
                return new ToyChecks(runtime) {
                    @Override
                    Progress read(JsonNode answer) {
                        ((HurriedTime) setup.time()).park(this, TimeUnit.SECONDS.toNanos(70));
                        return super.read(answer);
                    }
                };
            }
        };

        assertThatEach(slow, HARMLESS, finding -> true).breaks("though the deadline is PT1M");
    }

    @Test
    void aTimerThatIsLeftBehindIsFound() throws InterruptedException {
        ToyModule untidy = new ToyModule() {
            @Override
            ToyChecks checks(ApiRuntime runtime, Setup setup) {
                return new ToyChecks(runtime) {
                    @Override
                    Progress read(JsonNode answer) {
                        Progress progress = super.read(answer);
                        if (progress instanceof Progress.Finished) {
                            var unused = ((HurriedTime) setup.time()).schedule(() -> {}, TimeUnit.DAYS.toNanos(1));
                        }
                        return progress;
                    }
                };
            }
        };

        assertThatEach(untidy, HARMLESS, finding -> true).breaksOnly("left 1 timers behind");
    }

    @Test
    void aCallThatIsLeftBehindIsFound() throws InterruptedException {
        ToyModule untidy = module(runtime -> new ToyChecks(runtime) {
            @Override
            Progress read(JsonNode answer) {
                CompletableFuture<?> unused = runtime.request("GET", "getToy", "/checks/1")
                        .call(JsonNode.class, 404)
                        .map(late -> {
                            awaitTheEndOfTheTest();
                            return Progress.passed();
                        })
                        .executeAsync();
                return super.read(answer);
            }
        });

        assertThatEach(play(untidy, HASTY, HARMLESS), finding -> finding.mode() == Mode.BLOCKING)
                .breaks("left a call or a connection behind");
    }

    @Test
    void aCheckThatNeverEndsIsFoundWithThePlaceWhereItHangs() throws InterruptedException {
        ToyModule hanging = module(runtime -> new ToyChecks(runtime) {
            @Override
            Progress read(JsonNode answer) {
                awaitTheEndOfTheTest();
                return super.read(answer);
            }
        });

        List<Finding> findings = play(hanging, HASTY, HARMLESS);
        assertThatEach(findings, finding -> finding.operation().equals("startToy"))
                .breaks("ended with stuck, not with any of");
        assertThatEach(findings, finding -> finding.mode() == Mode.BLOCKING)
                .breaks("CarelessVendorTest.awaitTheEndOfTheTest");
    }

    @Test
    void aClientThatShowsItsKeyIsFound() throws InterruptedException {
        ToyModule talkative = new ToyModule() {
            @Override
            VendorClient client(ToyClient.Builder builder, Setup setup) {
                VendorClient client = super.client(builder, setup);
                return new ShownClient(client, "client of " + setup.apiKey());
            }
        };

        assertThatEach(talkative, HARMLESS, finding -> true).breaksOnly("shows a secret: client of CANARY9key");
    }

    @Test
    void aTargetThatShowsItsPasswordIsFound() throws InterruptedException {
        ToyModule talkative = new ToyModule() {
            @Override
            CheckTarget target(String id, String password) {
                return new ToyTarget(id, password) {
                    @Override
                    public String toString() {
                        return "toy with " + password;
                    }
                };
            }
        };

        assertThatEach(talkative, HARMLESS, finding -> finding.operation().equals("startToy"))
                .breaks("shows a secret: toy with CANARY9password");
    }

    @Test
    void aTokenThatHoldsThePasswordIsFound() throws InterruptedException {
        ToyModule careless = module(runtime -> new ToyChecks(runtime) {
            @Override
            public String reference(ToyTarget target) {
                return Base64.getEncoder().encodeToString(target.password.getBytes(StandardCharsets.UTF_8));
            }
        });

        assertThatEach(careless, ERROR, finding -> finding.operation().equals("getToy"))
                .breaks("shows a secret: ");
    }

    @Test
    void aRequestToAServerThatIsNotWhoItShouldBeIsFound() throws InterruptedException {
        ToyModule trusting = new ToyModule() {
            @Override
            VendorClient client(ToyClient.Builder builder, Setup setup) {
                OkHttpClient own = Tls.trustBoth(new OkHttpClient.Builder())
                        .hostnameVerifier((host, session) -> true)
                        .build();
                return super.client(builder.httpClient(own), setup);
            }
        };

        assertThatEach(trusting, UNTRUSTED, finding -> finding.mode() == Mode.BLOCKING)
                .breaks("to a server that is not who it should be");
    }

    @Test
    void aRedirectionThatIsFollowedIsFound() {
        ToyModule obedient = new ToyModule() {
            @Override
            VendorClient client(ToyClient.Builder builder, Setup setup) {
                OkHttpClient own = new OkHttpClient.Builder()
                        .addInterceptor(chain -> followed(chain.proceed(chain.request())))
                        .build();
                return super.client(builder.httpClient(own), setup);
            }
        };

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> play(obedient, Patience.USUAL, REDIRECT))
                .withMessage("A redirection was followed.");
    }

    @Test
    void aSecretInTheLogIsFound() {
        Logger log = Logger.getLogger("dev.connectioncheck.toy");
        ToyModule talkative = new ToyModule() {
            @Override
            VendorClient client(ToyClient.Builder builder, Setup setup) {
                byte[] key = ("user:" + setup.apiKey()).getBytes(StandardCharsets.UTF_8);
                log.fine(() -> "Authorization: Basic " + Base64.getEncoder().encodeToString(key));
                return super.client(builder, setup);
            }
        };

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> play(talkative, Patience.USUAL, HARMLESS))
                .withMessageStartingWith("A secret was logged:\ndev.connectioncheck.toy: Authorization: Basic ");
    }

    private static ToyModule module(Function<ApiRuntime, ToyChecks> checks) {
        return new ToyModule() {
            @Override
            ToyChecks checks(ApiRuntime runtime, Setup setup) {
                return checks.apply(runtime);
            }
        };
    }

    private static List<Finding> play(ToyModule module, Patience patience, String... faults)
            throws InterruptedException {
        Set<String> chosen = Set.of(faults);
        return FaultMatrix.play(List.of(module), fault -> chosen.contains(fault.name()), 8, patience);
    }

    private static Found assertThatEach(ToyModule module, String fault, Predicate<Finding> chosen)
            throws InterruptedException {
        return assertThatEach(play(module, Patience.USUAL, fault), chosen);
    }

    private static Found assertThatEach(List<Finding> findings, Predicate<Finding> chosen) {
        List<Finding> accused = findings.stream().filter(chosen).toList();
        assertThat(accused).isNotEmpty();
        return new Found(accused);
    }

    /** Findings that should all accuse of the same. */
    private record Found(List<Finding> findings) {
        void breaks(String problem) {
            assertThat(findings)
                    .allSatisfy(finding -> assertThatThrownBy(finding::verify).hasMessageContaining(problem));
        }

        void breaksOnly(String problem) {
            breaks(problem);
            assertThat(findings)
                    .allSatisfy(finding -> assertThat(finding.problems())
                            .singleElement()
                            .asString()
                            .contains(problem));
        }
    }

    private static Response followed(Response response) {
        String location = response.header("Location");
        if (location != null) {
            URI there = URI.create(location);
            try (Socket socket = new Socket(there.getHost(), there.getPort())) {
                socket.getOutputStream().write(0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return response;
    }

    private void awaitTheEndOfTheTest() {
        boolean over = false;
        while (!over) {
            try {
                end.await();
                over = true;
            } catch (InterruptedException heedless) {
                // Whoever hangs for good hears nothing.
            }
        }
    }

    private record ShownClient(VendorClient client, String shown) implements VendorClient {
        @Override
        public CheckProtocol<?> checks() {
            return client.checks();
        }

        @Override
        public String toString() {
            return shown;
        }
    }
}
