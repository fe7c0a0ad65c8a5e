package dev.connectioncheck.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.AttemptBounds;
import dev.connectioncheck.internal.wire.BaseUrl;
import dev.connectioncheck.internal.wire.Credential;
import dev.connectioncheck.internal.wire.SameKeyException;
import dev.connectioncheck.internal.wire.UnusableKeyException;
import dev.connectioncheck.internal.wire.WrongOriginException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import okhttp3.Dns;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

/** What becomes of a key on its way out, and of an answer on its way back to the user's interceptors. */
class KeyOnItsWayTest {
    private static final String URL = "https://vendor.test/";

    private final AtomicReference<String> sent = new AtomicReference<>("");
    private final List<Response> seen = new ArrayList<>();
    private Supplier<String> keys = () -> "key-1";
    private final Attempt attempt = new Attempt();
    private final Request request =
            new Request.Builder().url(URL).tag(Attempt.class, attempt).build();
    private final Credential credential = Credential.renewable("Authorization", "Bearer ", () -> keys.get());
    private boolean isLent = true;
    private int status = 200;

    @Test
    void anAttemptRemembersTheKeyThatItSentSoThatTheAnswerCanBeFreedOfIt() throws IOException {
        send(request);

        assertThat(sent).hasValue("Bearer key-1");
        assertThat(attempt.key()).isEqualTo("key-1");
    }

    @Test
    void aRequestThatAnInterceptorMadeAnewGetsTheKeyAndIsFollowedToo() throws IOException {
        send(
                request,
                chain -> chain.proceed(new Request.Builder().url(URL + "other").build()));

        assertThat(sent).hasValue("Bearer key-1");
        assertThat(attempt.key()).isEqualTo("key-1");
    }

    @Test
    void aRequestThatIsNoneOfOursGetsNoKey() throws IOException {
        send(new Request.Builder().url(URL).build());

        assertThat(sent).hasValue("null");
    }

    @Test
    void aHeaderInTheKeysPlaceIsReplaced() throws IOException {
        send(
                request,
                chain -> chain.proceed(chain.request()
                        .newBuilder()
                        .header("Authorization", "Bearer other")
                        .build()));

        assertThat(sent).hasValue("Bearer key-1");
    }

    @Test
    void eachRequestHasTheKeyOfItsOwnTime() throws IOException {
        List<String> all = new ArrayList<>();
        for (String key : List.of("key-1", "key-2", "key-2", "key-1")) {
            keys = () -> key;
            send(request);
            all.add(sent.get());
        }

        assertThat(all).containsExactly("Bearer key-1", "Bearer key-2", "Bearer key-2", "Bearer key-1");
    }

    @Test
    void aKeyIsNotGivenToAnotherOrigin() {
        assertThatThrownBy(() -> send(
                        request,
                        chain -> chain.proceed(chain.request()
                                .newBuilder()
                                .url("https://other.vendor.test/")
                                .build())))
                .isInstanceOf(WrongOriginException.class);
        assertThat(sent).hasValue("");
        assertThat(attempt.key()).isNull();
    }

    @Test
    void blanksAroundASuppliedKeyAreLeftOut() throws IOException {
        keys = () -> "  key-1 ";

        send(request);

        assertThat(sent).hasValue("Bearer key-1");
        assertThat(attempt.key()).isEqualTo("key-1");
    }

    @Test
    void theKeyThatTheVendorHasJustRefusedIsNotSentAgain() {
        Attempt second = new Attempt(AttemptBounds.NONE, "key-1");

        assertThatThrownBy(() -> send(new Request.Builder()
                        .url(URL)
                        .tag(Attempt.class, second)
                        .build()))
                .isInstanceOf(SameKeyException.class);
        assertThat(sent).hasValue("");
        assertThat(second.wasSent()).isFalse();
    }

    @Test
    void whatASupplierThrowsIsTheCause() {
        IllegalStateException fault = new IllegalStateException("the vault is closed");
        keys = () -> {
            throw fault;
        };

        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> send(request))
                .withMessage("The supplier of the API key threw java.lang.IllegalStateException.")
                .withCause(fault);
    }

    @Test
    void anErrorOfASupplierEndsItsCallAlone() {
        NoClassDefFoundError fault = new NoClassDefFoundError("com/example/Vault");
        keys = () -> {
            throw fault;
        };

        assertThatExceptionOfType(UnusableKeyException.class)
                .isThrownBy(() -> send(request))
                .withCause(fault);
    }

    @Test
    void anAnswerShowsUsersTheRequestThatTheyMadeAndNoKey() throws IOException {
        send(request, this::seeing);

        assertThat(seen.get(0).request()).isSameAs(request);
        assertThat(sent).hasValue("Bearer key-1");
    }

    @Test
    void anAnswerThatNobodyButUsSeesIsLeftAsItIs() throws IOException {
        isLent = false;

        send(request, this::seeing);

        assertThat(seen.get(0).request().header("Authorization")).isEqualTo("Bearer key-1");
    }

    @Test
    void anAnswerShowsUsersTheStatusOfTheVendor() throws IOException {
        attempt.hideStatus(503);
        status = 599;
        send(request, this::seeing);

        assertThat(seen.get(0).code()).isEqualTo(503);
        assertThat(Objects.requireNonNull(seen.get(0).networkResponse()).code()).isEqualTo(503);
    }

    private Response seeing(Interceptor.Chain chain) throws IOException {
        seen.add(chain.proceed(chain.request()));
        return seen.get(0);
    }

    private void send(Request request, Interceptor... ofTheUser) throws IOException {
        OkHttpClient.Builder client = new OkHttpClient.Builder();
        for (Interceptor each : ofTheUser) {
            client.addInterceptor(each);
        }
        client.addInterceptor(new LastInterceptor(
                        credential, BaseUrl.parse(URL, ""), new NameLookup(Dns.SYSTEM), new ConnectGuard()))
                .addInterceptor(new WireInterceptor(credential, isLent))
                .addInterceptor(chain -> answer(chain.request()))
                .build()
                .newCall(request)
                .execute()
                .close();
    }

    private Response answer(Request request) {
        sent.set(String.valueOf(request.header("Authorization")));
        Response bare = bare(request, status);
        return bare.newBuilder().networkResponse(bare).build();
    }

    private static Response bare(Request request, int status) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(status)
                .message("")
                .build();
    }
}
