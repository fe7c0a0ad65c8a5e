package dev.connectioncheck.internal.call;

import static dev.connectioncheck.internal.check.Simulation.answerOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.Violation;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.internal.log.CourseLog;
import dev.connectioncheck.internal.secret.Masker;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.HeaderValues;
import dev.connectioncheck.internal.wire.RetryAfter;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import okhttp3.Call;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that only just count, or only just do not; and words that a user reads. */
class LimitsTest {
    private static final ToyClient CLIENT = ToyClient.builder().withKey().build();

    @Test
    void everyKeyOfACheckIsHiddenHoweverOftenItWasSent() {
        Secrets secrets = new Secrets();
        secrets.addKey("the-first-key");
        secrets.addKey("the-second-key");
        secrets.addKey("the-first-key");

        assertThat(secrets.clean("the-first-key, the-second-key")).isEqualTo("***, ***");
    }

    @Test
    void theOnlyKeyStaysHiddenWhenItIsSentAgain() {
        Secrets secrets = new Secrets();
        secrets.addKey("the-only-key");
        secrets.addKey("the-only-key");

        assertThat(secrets.clean("no the-only-key")).isEqualTo("no ***");
    }

    @Test
    void aSecretOfFourCharactersIsHiddenAndOneOfThreeIsNot() {
        Masker masker = Masker.of(List.of(), List.of(Map.of("password", "qxzj", "pin", "wvk")));

        assertThat(masker.mask("qxzj wvk")).isEqualTo("*** wvk");
    }

    /** Of a text that is one character longer only the beginning is looked at. */
    @Test
    void aTextThatFitsTheWindowIsShownToItsEnd() {
        Secrets secrets = new Secrets();
        secrets.addKey("k".repeat(100));
        String text = "k".repeat(9_000) + ".".repeat(24);

        assertThat(secrets.clean(text)).isEqualTo("***" + ".".repeat(24));
        assertThat(secrets.clean(text + ".")).isEqualTo("*** … (shortened)");
    }

    @Test
    void aWaitOfEighteenDigitsIsStillANumber() {
        assertThat(RetryAfter.parse("000000000000000007", null, Instant.EPOCH)).contains(Duration.ofSeconds(7));
    }

    @Test
    void theFirstAndTheLastPrintableCharacterMayStandInAHeader() {
        assertThat(HeaderValues.checked("key", "a ~")).isEqualTo("a ~");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u001f", "a\u007f"})
    void theCharactersNextToThemMayNot(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> HeaderValues.checked("key", value));
    }

    @Test
    void aBodyThatIsNoJsonIsRefusedWithThePlaceWhereItStopsBeingJson() {
        byte[] body = "{\n  oops".getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> Json.read(body, Toy.class))
                .withMessageMatching("its body is not the JSON that was expected \\(line 2, column \\d+\\)");
    }

    @Test
    void anObjectionToAFieldByItsNameInAListIsRead() {
        ErrorBody body = ErrorBody.read("{\"errors\": [{\"name\": [\"is taken\"]}]}".getBytes(StandardCharsets.UTF_8));

        assertThat(body.violations()).containsExactly(Violation.of("name", "is taken"));
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 307, 399})
    void aRedirectionSaysThatItIsNotFollowed(int status) {
        assertThat(error(status)).hasMessageContaining("Redirects are not followed");
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501, 599})
    void aServersErrorSaysThatTheVendorIsInTrouble(int status) {
        assertThat(error(status)).hasMessageContaining("is in trouble; try again later.");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 299, 410, 499})
    void anyOtherStatusSaysThatItIsNotKnown(int status) {
        assertThat(error(status)).hasMessageContaining("This is no answer that the SDK knows");
    }

    @Test
    void aHeaderOfAnOperationIsSent() {
        HttpCall<Toy> read = (HttpCall<Toy>) CLIENT.runtime()
                .request("GET", "readToy", "/api/v1/toys")
                .header("x-toy-colour", "red")
                .call(Toy.class, 200);

        Call call = read.plan().transport().newCall(read.plan().request(), new Attempt());

        assertThat(call.request().header("x-toy-colour")).isEqualTo("red");
    }

    private static ConnectionCheckException error(int status) {
        return errors().ofStatus(Objects.requireNonNull(answerOf(status, "").answer()));
    }

    private static Errors errors() {
        CallPlan<Toy> plan = ((HttpCall<Toy>) CLIENT.read("t1")).plan();
        CallOwner owner = new CallOwner("toy", "readToy", null);
        return new Errors(
                plan,
                new CallEnds(
                        owner,
                        false,
                        null,
                        new Secrets(),
                        CallBudget.ofCall(owner, 0, CourseLog.ofCall("toy", new Secrets()), new VirtualTime())));
    }
}
