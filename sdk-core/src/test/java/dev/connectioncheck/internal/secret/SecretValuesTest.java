package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.model.MarkedSettings;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which settings of a connection are secret. */
class SecretValuesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // by name
                "password | hunter | hunter",
                "apiKey | letmein | letmein",
                // ordinary by name, whatever they look like
                "user | hunter2hunter2x9 |",
                "client_id | 0a1b2c3d4e5f60718293 |",
                // by looks, where the name says nothing
                "extra | 0a1b2c3d4e5f60718293 | 0a1b2c3d4e5f60718293",
                "extra | P@ss!w0rd | P@ss!w0rd",
                "extra | read-only |",
                "extra | my-bucket-2026 |",
                "extra | 7c1d6f0e-3f5b-4a7e-9e0a-0c1d2e3f4a5b |",
                "extra | arn:aws:iam::123456789012:role/etl |",
                "extra | */15 * * * * |",
                "extra | ssl=true&loginTimeout=30 |",
                "extra | etl@example.com |",
                "extra | select * from orders where id > 5 |",
                // on or off, not set, or masked
                "password | true |",
                "password | None |",
                "password | ************* |",
                "password | abc |",
                "password | [FILTERED] |",
                "password | [redacted] |",
                "password | [tricky] | [tricky]",
                // within other texts
                "host | mongodb+srv://app:SuperSecret99@c.example.com/db | SuperSecret99",
                "uri | postgres://etl:some cool/pass@db/x | some cool/pass",
                "url | https://a.example.com/x?api_key=abcd&y=1 | abcd",
                "connection_string | DefaultEndpointsProtocol=https;AccountName=n;AccountKey=YWJj | YWJj",
                "dsn | host=db user=etl password=hunter | hunter",
                "jaas | PlainLoginModule required username=\"a\" password=\"b c d\"; | b c d",
                "config | {\"type\": \"x\", \"private_key\": \"line\", \"client_email\": \"a@b.c\"} | line",
                // of a header what follows the scheme
                "Authorization | Bearer hunter | hunter",
                "authorization | bearer hunter | hunter",
                "Authorization | Klaviyo-API-Key hunter | hunter",
                "password | correct horse | correct horse",
                "passphrase | Open sesame | Open sesame",
                "Authorization | Made-Up hunter | Made-Up hunter",
                // a part of it is asterisks, which is another thing than a mask
                "password | my***pass | my***pass",
            })
    void aSettingIsSecretByItsNameOrItsLooks(String name, String value, String secret) {
        assertThat(SecretValues.in(Map.of(name, value)))
                .isEqualTo(secret == null ? java.util.Set.of() : java.util.Set.of(secret));
    }

    @Test
    void settingsAreLookedAtHoweverDeepAndAreWhatIsAroundThem() {
        Map<String, Object> settings = Map.of(
                "credentials",
                Map.of("auth_type", "username/password", "username", "etl", "value", "hunter"),
                "tokens_of",
                Map.of("secret", List.of("one-token", "two-token"), "port", 5432),
                "pin",
                123_456);

        assertThat(SecretValues.in(settings)).containsExactlyInAnyOrder("hunter", "one-token", "two-token", "123456");
    }

    @Test
    void aKeyFileInBase64IsLookedInto() {
        String file = "{\"private_key\": \"the-key-itself\", \"project_id\": \"acme-project-1\"}";
        String encoded = Base64.getEncoder().encodeToString(file.getBytes(StandardCharsets.UTF_8));

        assertThat(SecretValues.in(Map.of("jsonKeyFile", encoded)))
                .contains("the-key-itself")
                .doesNotContain("acme-project-1");
    }

    @Test
    void whatTheVendorMarksCountsMoreThanNamesAndLooks() {
        Map<String, Object> settings = Map.of(
                "public_api_key",
                "AbCdEf",
                "tenant",
                "acme-tenant",
                "Deep",
                Map.of("SECRET-ish", "shown", "x", "0a1b2c3d4e5f6071"));

        assertThat(SecretValues.in(settings)).containsExactlyInAnyOrder("shown", "0a1b2c3d4e5f6071");
        assertThat(SecretValues.in(
                        MarkedSettings.of(settings, List.of("publicApiKey", "tenant"), List.of("secret_ish", "x"))))
                .containsExactlyInAnyOrder("AbCdEf", "acme-tenant");
    }

    @Test
    void aTextOrListByItselfIsSecret() {
        assertThat(SecretValues.in("hunter")).containsExactly("hunter");
        assertThat(SecretValues.in(List.of("hunter", "gather"))).containsExactly("hunter", "gather");
    }
}
