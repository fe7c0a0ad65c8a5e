package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a secret by its name, its form or its place, and what only stands where one could. */
class LooksTest {
    private static final Masker IGNORANT = Masker.of(List.of(), List.of());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // assigned, in any syntax
                "password=hunter;Database=x | password=***;Database=x",
                "{\"Authorization\": \"Bearer  hunter2x9\"} | {\"Authorization\": \"***\"}",
                "password = \"hunter two\" | password = \"***\"",
                "\"password\" : \"correct horse battery\" | \"password\" : \"***\"",
                "{:password=>\"hunter\", :user=>\"etl\"} | {:password=>\"***\", :user=>\"etl\"}",
                "conn[\"password\"] = 'hunter' | conn[\"password\"] = '***'",
                "{'password': b'hunter'} | {'password': b'***'}",
                "{'passwords': ['hunter', \"or two\"], 'n': 1} | {'passwords': ['***', \"***\"], 'n': 1}",
                "PGPASSWORD=hunter psql | PGPASSWORD=*** psql",
                "db.user=etl db.password=hunter | db.user=etl db.password=***",
                "encrypt=true;PWD={a;b};x=1 | encrypt=true;PWD={***};x=1",
                "<password>hunter</password><user>etl</user> | <password>***</password><user>etl</user>",
                "{Host:db User:etl Password:hunter Port:1} | {Host:db User:etl Password:*** Port:1}",
                "secretKey=abc, keyspace=orders, primaryKey=id | secretKey=***, keyspace=orders, primaryKey=id",
                "?sv=1&sig=abc%2Bd&se=2 | ?sv=1&sig=***&se=2",
                // after a colon, if it looks like one
                "X-Auth-Token: 1a2b3c4d5e6f, next | X-Auth-Token: ***, next",
                "Secret Access Key: wJalr1XUtn2FEMI was wrong | Secret Access Key: *** was wrong",
                "password: Pa$$w0rd. | password: ***.",
                "Authorization: Token abcdefghijklmn1 | Authorization: Token ***",
                "Cookie: id=abcdef0123456; a=b | Cookie: ***; a=b",
                // after a word that announces it
                "Proxy said Basic ZXRsOmh1bnRlcg== here | Proxy said Basic *** here",
                "ALTER ROLE etl PASSWORD 'it''s' VALID | ALTER ROLE etl PASSWORD '***' VALID",
                "CREATE USER etl IDENTIFIED BY 'hunter' | CREATE USER etl IDENTIFIED BY '***'",
                "SECRET_ACCESS_KEY 'wJalrXUtnFEMI/K7MDENG' | SECRET_ACCESS_KEY '***'",
                "run --db-password hunter2 --verbose | run --db-password *** --verbose",
                "jdbc:oracle:thin:etl/hunter2@db:1521:ORCL | jdbc:oracle:thin:etl/***@db:1521:ORCL",
                // within URLs
                "amqp://guest:guest@rabbit:5672/ | amqp://guest:***@rabbit:5672/",
                "redis://:hunter@redis:6379/0 | redis://:***@redis:6379/0",
                "ftp://a:b/c?d#e@f@host/x | ftp://a:***@host/x",
                "at https://0a1b2c3d4e5f60718293@sentry.example.com/1 | at https://***@sentry.example.com/1",
                // by their form
                "github_pat_0123456789abcdefghijk | ***",
                "SG.abcdefghijklmnop.qrstuvwxyz012345 | ***",
                "to hooks.slack.com/services/T0000/B0000/abcdef | to hooks.slack.com/services/***",
                "dapi0123456789abcdef0123456789abcdef-2 | ***",
                // in other encodings
                "{\\\"password\\\":\\\"hunter\\\"} | {\\\"password\\\":\\\"***\\\"}",
                "postgres%3A%2F%2Fetl%3Ahunter%40db%2Fx | postgres%3A%2F%2Fetl%3A***%40db%2Fx",
                "password&#61;hunter | password&#61;***",
                "cfg eyJwYXNzd29yZCI6Imh1bnRlciJ9 | cfg ***",
            })
    void aSecretThatNobodySentIsHidden(String text, String expected) {
        assertThat(IGNORANT.mask(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=[FILTERED], token: [REDACTED] and secret=[hidden]",
                "{\"password\": \"[FILTERED]\", \"token\": \"***\", \"pwd\": \"abc***\"}",
                "Authorization: Bearer [FILTERED]",
                "Authorization: Bearer ***, Proxy-Authorization: Basic ********",
                "Missing required parameter: client_secret",
                "Unexpected token: \"}\" near line 3",
                "Unrecognized token 'Basic': was expecting (JSON String, Number)",
                "permission denied for table user_tokens",
                "column \"password_hash\" of relation \"users\" does not exist",
                "password_encryption: scram-sha-256",
                "SASL authentication failed: token lifetime 3600",
                "KMS key arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab is disabled",
                "could not find key projects/acme/keys/etl-1",
                "violates foreign key fk_orders_customer_id",
                "Basic authentication-required",
                "secret: not found in vault",
                "Invalid private_key: unsupported algorithm",
                "Duplicate entry 'abc-123' for key 'orders.idx_customer_token'",
                "session: 3 connections, key: value",
                "Password=;User=etl",
                "'password': ''",
                "{\"password\":\"Password must be at least 8 characters\"}",
                "password: 8 characters minimum",
                "x[:auth_type] == \"password\", token != \"abc\"",
                "token_type=bearer&max_tokens=4096&password_length=8",
                "private key: /etc/ssl/private/key.pem not readable",
                "credentials=/etc/gcp/key.json, token=/run/secrets/token.txt",
                "<Key>exports/2026/1fcNPOh0ijnEEDcD7rC5m5M9klJ9k3W5M.csv</Key>",
                "secret 'prod/db' not found, token 'abc' neither",
                "User is identified by email",
                "see https://docs:8080/x?mail=a@b.c and https://user@host/path",
                "from foo/bar@1.2.3 and repo/name@sha256:0123456789ab",
                "must begin with -----BEGIN PRIVATE KEY----- and end with -----END PRIVATE KEY-----.",
                "expected '-----BEGIN PRIVATE KEY-----', got 'hello'",
                "WWW-Authenticate: Bearer realm=\"https://auth.docker.io/token\",service=\"registry.docker.io\"",
                "password=${DB_PASSWORD} token={{token}} secret=<your-secret> pwd=xxxxx",
                "pass=1 fail=2",
                "hash: 5d41402abc4b2a76b9719d911017c592",
                "ftp://etl:xxxxx@host, ftp://etl:***@host",
                "Cannot read key 'customer_id' of null",
                "Errors::Password::Invalid was raised",
                "there is no password://vault/db",
                "if (password == other || secret >= limit || token <= most)",
                "if (password==other || token!=expected)",
                "<password>[FILTERED]</password><token></token>",
                "credentials={\"user\"=>\"etl\", \"host\"=>\"db\"}",
                "{'passwords': [''], 'n': 1}",
                "the secret of this key: wJalr1XUtn2FEMI",
            })
    void whatOnlyStandsWhereASecretCouldIsShown(String text) {
        assertThat(IGNORANT.mask(text)).isEqualTo(text);
    }

    /** Bounds, so that a text of nothing but names or blanks takes no longer than another. */
    @ParameterizedTest
    @CsvSource({
        // blanks before the sign
        "password, 4, ' ', =hunter, =***",
        "password, 5, ' ', =hunter, =hunter",
        // a name, of 64 characters and of one more
        "pwd_, 60, x, =hunter, =***",
        "pwd_, 61, x, =hunter, =hunter",
        // a scheme, of 24 characters
        "Authorization: Made, 16, x, -Key hunter2x9, -Key ***",
    })
    void aNameItsBlanksAndASchemeAreLookedAtSoFarAndNoFurther(
            String before, int times, String filler, String after, String expected) {
        String start = before + filler.repeat(times);

        assertThat(IGNORANT.mask(start + after)).isEqualTo(start + expected);
    }

    @Test
    void aLongSecretIsHiddenToItsEnd() {
        String secret = "a;b".repeat(200);

        for (String around : List.of("PWD={%s};x", "password='%s';x", "<password>%s</password>", "password=\"%s\",")) {
            assertThat(IGNORANT.mask(around.formatted(secret))).isEqualTo(around.formatted("***"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG\n9w0BAQEFAASCBKcwgg",
                "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES,12\n\nMIIEvQIBADANBgkqhkiG",
                "-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADANBgkqhkiG\\n9w0BAQEFAASCBKcwgg",
                "-----BEGIN PRIVATE KEY----- MIIEvQIBADANBgkqhkiG -----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----abc-----END PRIVATE KEY-----",
            })
    void aPrivateKeyIsHiddenWholeOrCutOff(String key) {
        assertThat(IGNORANT.mask("got " + key)).isEqualTo("got ***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"got -----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG\nand nothing after it"})
    void theWordsAfterACutKeyAreShown(String text) {
        assertThat(IGNORANT.mask(text)).isEqualTo("got ***\nand nothing after it");
    }
}
