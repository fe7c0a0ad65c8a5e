package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is hidden in a vendor's words, and what stays readable. */
class MaskerTest {
    private static final String SECRET = "p\"ä/s+s w&rd";
    private static final Masker MASKER = Masker.of(List.of("the-api-key"), List.of(Map.of("password", SECRET)));
    private static final Masker IGNORANT = Masker.of(List.of(), List.of());

    @Test
    void aKnownSecretIsHiddenInEveryForm() {
        String json = "p\\\"ä/s+s w&rd";
        String query = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);

        for (String form : List.of(SECRET, json, query, query.replace("+", "%20"), "the-api-key")) {
            assertThat(MASKER.mask("before " + form + " after")).isEqualTo("before *** after");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "u", "us", "use", "user:", "user:x"})
    void aKnownSecretIsHiddenInBase64WhereverItBegins(String before) {
        byte[] bytes = (before + SECRET + ":after").getBytes(StandardCharsets.UTF_8);
        String secretAlone = Base64.getEncoder().encodeToString(SECRET.getBytes(StandardCharsets.UTF_8));

        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            String encoded = encoder.encodeToString(bytes);
            assertThat(MASKER.mask("got " + encoded)).contains("***").isNotEqualTo("got " + encoded);
            assertThat(MASKER.mask("got " + encoded).length()).isLessThan(encoded.length());
        }
        assertThat(MASKER.mask(secretAlone)).doesNotContain(secretAlone.substring(0, 12));
    }

    @Test
    void aKeyOfSeveralLinesIsHiddenLineByLine() {
        String pem = "-----BEGIN TOY-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END TOY-----\n";
        Masker masker = Masker.of(List.of(), List.of(Map.of("certificate", pem)));

        assertThat(masker.mask("bad line kqhkiG9w0BAQEF here")).isEqualTo("bad line *** here");
        assertThat(masker.mask("first MIIEvQIBADANBg")).isEqualTo("first ***");
        assertThat(masker.mask(pem.replace("\n", "\\n"))).doesNotContain("MIIEvQ", "kqhkiG");
    }

    @Test
    void aLongerSecretIsHiddenBeforeAShorterOneThatIsPartOfIt() {
        Masker masker = Masker.of(List.of(), List.of(Map.of("password", "hunter", "token", "hunter2-and-more")));

        assertThat(masker.mask("hunter2-and-more, hunter")).isEqualTo("***, ***");
    }

    @Test
    void ordinarySettingsStayReadable() {
        Map<String, Object> settings = Map.of(
                "host",
                "db.example.com",
                "Database",
                "sales",
                "ssl_mode",
                "require",
                "port",
                543_210,
                "user",
                "etl-user",
                "pin",
                123_456,
                "nested",
                Map.of("schema", "public", "passphrase", "opensesame"),
                "hosts",
                List.of("one.example.com"),
                "secrets",
                List.of("listed-secret"),
                "flag",
                true);
        Masker masker = Masker.of(List.of(), List.of(settings));

        assertThat(masker.mask("sales.public at db.example.com:543210, one.example.com, require, true"))
                .isEqualTo("sales.public at db.example.com:543210, one.example.com, require, true");
        assertThat(masker.mask("etl-user 123456 opensesame listed-secret")).isEqualTo("etl-user *** *** ***");
    }

    @Test
    void valuesTooShortToHideAnythingLeaveTheTextReadable() {
        Masker masker = Masker.of(List.of(), List.of(Map.of("a", "is", "b", "the", "c", 42, "d", 12_345, "e", "")));

        assertThat(masker.mask("this is the 42 of 12345")).isEqualTo("this is the 42 of 12345");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres://etl:hunter2@db/sales | postgres://etl:***@db/sales",
                "Authorization: Bearer abcdefghijklmnop1234 | Authorization: Bearer ***",
                "password=hunter2 host=db | password=*** host=db",
                "{\"Password\": \"hunter2\", \"host\": \"db\"} | {\"Password\": \"***\", \"host\": \"db\"}",
                "pwd: hunter2; x | pwd: ***; x",
                "api_key=abc&x=1 | api_key=***&x=1",
                "client_secret = 'abc' | client_secret = '***'",
                "key AKIAIOSFODNN7EXAMPLE was refused | key *** was refused",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc_DEF-123 | ***",
                "ghp_abcdefghijklmnopqrst12 | ***",
                "xoxb-1234567890-abc | ***",
                "arsk_abcdefgh | ***",
                "no -----BEGIN RSA PRIVATE KEY-----abc-----END RSA PRIVATE KEY----- here | no *** here",
                "cut -----BEGIN PRIVATE KEY-----abc | cut ***",
            })
    void whatLooksLikeASecretIsHiddenThoughNobodyKnowsIt(String text, String expected) {
        assertThat(IGNORANT.mask(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "connection refused: db.example.com:5432",
                "FATAL: password authentication failed for user \"etl\"",
                "see https://docs.example.com/tokens#secret",
                "the token has expired",
                "basic checks passed",
                "-----BEGIN CERTIFICATE-----abc",
            })
    void ordinaryWordsStayReadable(String text) {
        assertThat(IGNORANT.mask(text)).isEqualTo(text);
    }
}
