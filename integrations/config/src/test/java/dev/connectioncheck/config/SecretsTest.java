package dev.connectioncheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets: written out, from variables, and from files. */
class SecretsTest {
    private static final String WRITTEN_OUT =
            " is a secret that is written out; put ${VARIABLE} in its place, or \"@file\" in quotes.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "api-key: hunter22 | 4:14 | api-key",
                "api-key: ${NOT_SET:-hunter22} | 4:14 | api-key",
                "api-key: prefix-${KEY} | | ",
                "api-key: $${hunter22} | 4:14 | api-key",
                "api-key: '@@hunter22' | 4:14 | api-key",
                "api-key: 1234567 | 4:14 | api-key",
                "api-key: ${KEY} | | ",
            })
    void anApiKeyThatIsWrittenOutIsWarnedOf(String line, String place, String key) {
        String text = "clients:\n  eu:\n    vendor: acme\n    " + line + "\n";

        assertThat(Files.reader().parse("c.yaml", text).warnings())
                .extracting(Diagnostic::toString)
                .isEqualTo(place == null ? List.of() : List.of("c.yaml:" + place + ": " + key + WRITTEN_OUT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password",
                "db_password",
                "PWD",
                "client-secret",
                "secretAccessKey",
                "access_token",
                "apiKey",
                "private_key",
                "passphrase",
                "sslKeyPassphrase",
                "connection_string",
                "service_account_json",
                "credentials",
            })
    void aSettingThatLooksSecretIsWarnedOfOnce(String name) {
        assertThat(warningsOf("{ host: db, " + name + ": hunter22 }"))
                .containsExactly("settings." + name + WRITTEN_OUT);
        assertThat(warningsOf("{ " + name + ": [hunter22, hunter23] }"))
                .containsExactly("settings." + name + WRITTEN_OUT);
        assertThat(warningsOf("{ " + name + ": 1234567 }")).containsExactly("settings." + name + WRITTEN_OUT);
        assertThat(warningsOf("{ deep: [{ " + name + ": hunter22 }] }"))
                .containsExactly("settings.deep." + name + WRITTEN_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ password: \"${KEY}\" }",
                "{ password: \"@artie.key\" }",
                "{ password: \"\" }",
                "{ password: null }",
                "{ password_required: true, use_token: false }",
                "{ host: db, user: etl, database: shop, port: 5432, token_url: x, secret_name: y, access_key_id: z }",
            })
    void whatIsNoSecretOrNotWrittenOutIsNotWarnedOf(String settings, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("c.yaml");
        java.nio.file.Files.writeString(folder.resolve("artie.key"), "hunter22");
        java.nio.file.Files.writeString(file, connection(settings));

        assertThat(Files.reader().read(file).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'k\n', k", "'k\r\n', k", "'k', k", "'k\n\n', 'k\n'", "'a\nb\n', 'a\nb'", "'${KEY}', '${KEY}'"})
    void aFileIsTakenAsItIsButForTheEndOfItsLastLine(String content, String value, @TempDir Path folder)
            throws IOException {
        java.nio.file.Files.writeString(folder.resolve("key"), content);

        assertThat(keyIn(folder, "@key")).isEqualTo(value);
        assertThat(keyIn(folder, "@" + folder.resolve("key"))).isEqualTo(value);
    }

    @Test
    void aFilesNameMayHoldAVariable(@TempDir Path folder) throws IOException {
        java.nio.file.Files.writeString(folder.resolve("key-no"), "k");

        assertThat(keyIn(folder, "@key-${TEXT_NO}")).isEqualTo("k");
    }

    @ParameterizedTest
    @CsvSource({
        "'${TEXT_NO}', no",
        "'a${TEXT_NO}b${TEXT_NO}', anobno",
        "'${NOT_SET:-d}', d",
        "'${EMPTY:-d}', d",
        "'${TEXT_NO:-d}', no",
        "'${NOT_SET:-a:-b}', a:-b",
        "'$${TEXT_NO}', '${TEXT_NO}'",
        "'$$${TEXT_NO}', '$${TEXT_NO}'",
        "'a$${b', 'a${b'",
        "'$', '$'",
        "'$TEXT_NO', '$TEXT_NO'",
        "'@@a', '@a'",
        "'@@${TEXT_NO}', '@no'",
        "'a@b', 'a@b'",
        "'${LIKE_A_FILE}', '@key'",
        "'${LIKE_A_VARIABLE}', '${KEY}'",
    })
    void placeholdersAreReadOnce(String written, String value, @TempDir Path folder) throws IOException {
        assertThat(keyIn(folder, written)).isEqualTo(value);
    }

    @Test
    void aDefaultMayBeEmpty() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Files.reader().parse("c", "clients: { eu: { vendor: acme, api-key: \"${NO:-}\" } }"))
                .withMessage("c:1:41: api-key is missing.");
    }

    @Test
    void unsetVariablesAreWarningsIfTheReaderSaysSo() {
        Connections connections = Files.reader().allowUnsetVariables().parse("c.yaml", """
                clients:
                  eu: { vendor: acme, api-key: "${NOT_SET}" }
                connections:
                  a: { client: eu, pipe: p }
                  b: { client: eu, pipe: "${NOT_SET_EITHER}" }
                  c: { client: acme, pipe: p }
                """);

        assertThat(connections.warnings())
                .extracting(Diagnostic::toString)
                .containsExactly(
                        "c.yaml:2:32: The environment variable NOT_SET is not set.",
                        "c.yaml:5:26: The environment variable NOT_SET_EITHER is not set.",
                        "c.yaml:6:16: The environment variable KEY_OF_ACME is not set, which a client of acme needs"
                                + " that is not in clients.");
        assertThat(connections.clients()).isEmpty();
        assertThat(connections.connections()).extracting(NamedConnection::name).containsExactly("a", "c");
    }

    @Test
    void otherMistakesAreReportedThoughUnsetVariablesAreAllowed() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Files.reader().allowUnsetVariables().parse("c", """
                        clients:
                          eu: { vendor: squared, api-key: "${NOT_SET}", workspace-id: x }
                        """))
                .withMessage("c:2:63: workspace-id must be a whole number.");
    }

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void warningsArePrintedToTheErrorOutputUnlessSomebodyElseHearsThem() {
        PrintStream before = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            ConnectionsFile.parse("c.yaml", "clients: { eu: { vendor: artie, api-key: hunter22 } }");
        } finally {
            System.setErr(before);
        }

        assertThat(printed.toString(StandardCharsets.UTF_8).strip())
                .isEqualTo("warning: c.yaml:1:42: api-key" + WRITTEN_OUT);
    }

    @Test
    void warningsAreHeardThoughMistakesFollow() {
        List<Diagnostic> heard = new ArrayList<>();

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> Files.reader()
                        .warnings(heard::add)
                        .parse("c", "clients: { eu: { vendor: acme, api-key: hunter22, x: 1 } }"));
        assertThat(heard).hasSize(1);
    }

    @Test
    void nothingOfAConfigurationShowsASecret() {
        Connections connections = Files.reader().parse("c", connection("{ password: hunter22 }"));

        assertThat(connections.toString()
                        + connections.connections()
                        + connections.clients()
                        + connections.unnamedClients()
                        + connections.warnings())
                .doesNotContain("hunter22", Files.SECRET);
    }

    private static String connection(String settings) {
        return "connections:\n  a: { client: artie, type: t, settings: " + settings + " }\n";
    }

    private static List<String> warningsOf(String settings) {
        return Files.reader().parse("c", connection(settings)).warnings().stream()
                .map(Diagnostic::message)
                .toList();
    }

    private static String keyIn(Path folder, String written) throws IOException {
        Path file = folder.resolve("c.yaml");
        java.nio.file.Files.writeString(file, "clients: { eu: { vendor: acme, api-key: '" + written + "' } }");
        var environment = Files.environment();
        environment.put("LIKE_A_FILE", "@key");
        environment.put("LIKE_A_VARIABLE", "${KEY}");
        Connections read = Files.reader().environment(environment::get).read(file);
        return read.clients().values().stream()
                .map(client -> ((Pipes.Client) client).key())
                .findFirst()
                .orElseThrow();
    }
}
