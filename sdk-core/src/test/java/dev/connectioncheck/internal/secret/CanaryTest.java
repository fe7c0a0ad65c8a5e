package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of secret, in every encoding, and in each of them within each other. */
class CanaryTest {
    private static final List<String> SECRETS = List.of(
            "hunter2",
            "correct-horse-battery-staple",
            "p@ss!wo/rd&1'x",
            "q\"u'o`t\\e<d>;{x}",
            "pässwörd-ß€1",
            "s🔑cret-1",
            "50%25off!&amp;",
            "a+b c=d/e+f",
            "it''s \"\"so\"\"",
            "C:\\new\\table",
            "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11",
            "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "0123456789abcdef0123456789abcdef",
            "7c1d6f0e-3f5b-4a7e-9e0a-0c1d2e3f4a5b",
            "a2V5LWV4YW1wbGUta2V5LWV4YW1wbGU=",
            "Xyz8Q~abcdefghijklmnop-example",
            "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEAAoIB\n-----END PRIVATE KEY-----");

    static Stream<Arguments> encodings() {
        return Arrays.stream(Encoding.values())
                .flatMap(inner -> Arrays.stream(Encoding.values()).map(outer -> Arguments.of(inner, outer)));
    }

    @ParameterizedTest
    @MethodSource("encodings")
    void noSecretSurvivesInAnyEncoding(Encoding inner, Encoding outer) {
        for (String secret : SECRETS) {
            Masker masker = Masker.of(List.of(), List.of(Map.of("password", secret)));
            String encoded = outer.encode(inner.encode(secret));

            assertThat(masker.mask("was '" + encoded + "' (28000)")).as(secret).isEqualTo("was '***' (28000)");
            assertThat(masker.mask("was " + encoded + " here")).as(secret).isEqualTo("was *** here");
        }
    }
}
