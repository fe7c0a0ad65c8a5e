package dev.connectioncheck.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A user's event listener hears everything, and its exceptions nobody. */
class QuietEventListenerTest {
    private static final ConnectGuard GUARD = new ConnectGuard();
    private static final Call CALL = new OkHttpClient()
            .newCall(new Request.Builder().url("https://vendor.test/").build());

    static Stream<Method> events() {
        return Arrays.stream(EventListener.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !Modifier.isFinal(method.getModifiers()));
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyEventThatOkHttpHasIsPassedOn(Method event) throws Exception {
        assertThat(QuietEventListener.class.getDeclaredMethod(event.getName(), event.getParameterTypes()))
                .isNotNull();
    }

    @Test
    void anEventIsHeardWithWhatItTells() {
        List<String> heard = new ArrayList<>();
        EventListener quiet = around(new EventListener() {
            @Override
            public void dnsStart(Call call, String domainName) {
                heard.add(domainName);
            }
        });

        quiet.dnsStart(CALL, "vendor.test");

        assertThat(heard).containsExactly("vendor.test");
    }

    @Test
    void whatAListenerThrowsGoesNoFurther() {
        EventListener quiet = around(new EventListener() {
            @Override
            public void canceled(Call call) {
                throw new AssertionError("a user's");
            }
        });

        assertThatCode(() -> quiet.canceled(CALL)).doesNotThrowAnyException();
    }

    @Test
    void ofAFactoryThatThrowsTheGuardIsLeft() {
        EventListener quiet = QuietEventListener.around(
                        call -> {
                            throw new IllegalStateException("a user's");
                        },
                        GUARD)
                .create(CALL);

        assertThat(quiet).isSameAs(GUARD);
    }

    @Test
    void ofNobodyTheGuardIsLeft() {
        assertThat(around(EventListener.NONE)).isSameAs(GUARD);
    }

    private static EventListener around(EventListener listener) {
        return QuietEventListener.around(call -> listener, GUARD).create(CALL);
    }
}
