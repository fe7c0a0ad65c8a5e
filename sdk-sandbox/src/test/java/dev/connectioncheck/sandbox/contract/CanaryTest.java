package dev.connectioncheck.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanaryTest {
    private static final Base64.Encoder BASE64 = Base64.getEncoder();

    static Stream<Named<UnaryOperator<String>>> forms() {
        Map<String, UnaryOperator<String>> forms = new TreeMap<>();
        forms.put("literally", secret -> secret);
        forms.put("in lower case", secret -> secret.toLowerCase(Locale.ROOT));
        forms.put("in hexadecimal", secret -> HexFormat.of().formatHex(bytes(secret)));
        forms.put("in HEXADECIMAL", secret -> HexFormat.of().withUpperCase().formatHex(bytes(secret)));
        forms.put("in base64", secret -> BASE64.encodeToString(bytes(secret)));
        forms.put("in base64, one after", secret -> BASE64.encodeToString(bytes(":" + secret)));
        forms.put("in base64, two after", secret -> BASE64.encodeToString(bytes("a:" + secret)));
        forms.put("in base64 for URLs", secret -> Base64.getUrlEncoder().encodeToString(bytes("??>" + secret)));
        forms.put("in base64 twice", secret -> BASE64.encodeToString(bytes(BASE64.encodeToString(bytes(secret)))));
        forms.put("in base64 twice, one after", secret -> twice(":" + secret, ""));
        forms.put("in base64 twice, two after", secret -> twice("a:" + secret, "{"));
        forms.put("in base64 of UTF-16", secret -> BASE64.encodeToString(secret.getBytes(StandardCharsets.UTF_16BE)));
        forms.put("in base64 of several lines", secret -> lines(BASE64.encodeToString(bytes(secret))));
        forms.put("percent-encoded", secret -> each(secret, "%%%02x"));
        forms.put("PERCENT-encoded", secret -> each(secret, "%%%02X"));
        forms.put("percent-encoded twice", secret -> each(secret, "%%25%02X"));
        forms.put("escaped as in JSON", secret -> each(secret, "\\u%04x"));
        forms.put("escaped as in JSON in JSON", secret -> each(secret, "\\\\u%04x"));
        forms.put("escaped as in JavaScript", secret -> each(secret, "\\x%02x"));
        forms.put("escaped as in HTML", secret -> each(secret, "&#%d;"));
        forms.put("escaped as in XML", secret -> each(secret, "&#x%x;"));
        forms.put("as characters of two bytes", CanaryTest::widened);
        return forms.entrySet().stream().map(form -> Named.of(form.getKey(), form.getValue()));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aSecretIsRecognisedInEveryForm(UnaryOperator<String> form) {
        String secret = Canary.secret("password");

        assertThat(Canary.isIn("{\"why\": \"refused: " + form.apply(secret) + "\"}"))
                .isTrue();
    }

    @Test
    void thePartsOfASecretAreRecognised() {
        String secret = Canary.secret("password");

        assertThat(Canary.isIn("***" + secret.substring(secret.length() - 7))).isTrue();
        assertThat(Canary.isIn(secret.substring(0, 7) + "***")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "refused: *** and ***",
                "50 % of 100% are &amp; \\u0041 %zz \\x &#; in UTF-8",
                "cc1.eyJ2IjoiZGF0YWZvbGQiLCJ0IjoiNDIiLCJjIjoiNyIsInMiOiJkb25lIn0"
            })
    void otherTextsAreNotTakenForSecrets(String text) {
        assertThat(Canary.isIn(text)).isFalse();
    }

    @Test
    void noTwoSecretsAreTheSame() {
        assertThat(Stream.generate(() -> Canary.secret("key")).limit(100)).doesNotHaveDuplicates();
    }

    @Test
    void anExceptionIsSearchedWithItsCausesSuppressedOnesAndFields() {
        String secret = Canary.secret("key");
        Exception hiding = new IllegalStateException("fine", new IOException("fine"));
        hiding.addSuppressed(new HoldingException(secret.toCharArray()));

        assertThat(Canary.isIn(Canary.textOf(new IllegalStateException("fine", new IOException(secret)))))
                .isTrue();
        assertThat(Canary.isIn(Canary.textOf(hiding))).isTrue();
        assertThat(Canary.isIn(Canary.textOf(new IllegalStateException("fine"))))
                .isFalse();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String twice(String inner, String before) {
        return BASE64.encodeToString(bytes(before + BASE64.encodeToString(bytes(inner))));
    }

    private static String lines(String text) {
        return Arrays.stream(text.split("(?<=\\G.{5})")).collect(Collectors.joining("\r\n"));
    }

    private static String each(String secret, String format) {
        return secret.chars().mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static String widened(String secret) {
        return new String(secret.getBytes(StandardCharsets.UTF_16BE), StandardCharsets.ISO_8859_1);
    }

    /** Shows nothing but in its serialized form. */
    private static final class HoldingException extends Exception {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("unused")
        private final char[] held;

        HoldingException(char[] held) {
            super("fine");
            this.held = held;
        }
    }
}
