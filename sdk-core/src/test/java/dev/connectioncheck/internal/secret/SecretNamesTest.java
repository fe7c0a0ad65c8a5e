package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.internal.secret.SecretNames.Meaning;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretNamesTest {
    @ParameterizedTest
    @CsvSource({
        "password, PASSWORD",
        "Password, PASSWORD",
        "sslpassword, PASSWORD",
        "DB_PWD, PASSWORD",
        "keystore.password, PASSWORD",
        "privateKeyPassphrase, PASSWORD",
        "secret, SECRET",
        "clientSecret, SECRET",
        "client-secret, SECRET",
        "AWS_SECRET_ACCESS_KEY, SECRET",
        "awsSecretAccessKey, SECRET",
        "authtoken, SECRET",
        "personalAccessToken, SECRET",
        "Token-0, SECRET",
        "apiKey, SECRET",
        "apikey, SECRET",
        "X-Api-Key, SECRET",
        "es_api_key, SECRET",
        "account_key, SECRET",
        "service_account_key, SECRET",
        "sas, SECRET",
        "pin, SECRET",
        "credentialsData, SECRET",
        "client_cred, SECRET",
        "secret_access, SECRET",
        "Authorization, SECRET",
        "key, PERHAPS",
        "primary_key, PERHAPS",
        "auth, PERHAPS",
        "session, PERHAPS",
        "public_key, ORDINARY",
        "publicApiKey, ORDINARY",
        "token_type, ORDINARY",
        "password_length, ORDINARY",
        "max_tokens, ORDINARY",
        "token_uri, ORDINARY",
        "secretName, ORDINARY",
        "privateKeyId, ORDINARY",
        "awsAccessKeyID, ORDINARY",
        "user, ORDINARY",
        "username, ORDINARY",
        "client_id, ORDINARY",
        "bucketARN, ORDINARY",
        "mode, ORDINARY",
        "method, ORDINARY",
        "driver, ORDINARY",
        "tenant, ORDINARY",
        "host, ORDINARY",
        "snapshotHost, ORDINARY",
        "keyspace, UNKNOWN",
        "monkey, UNKNOWN",
        "tokenizer, UNKNOWN",
        "secretary, UNKNOWN",
        "passenger, UNKNOWN",
        "compass, UNKNOWN",
        "bypass, UNKNOWN",
        "authority, UNKNOWN",
        "'', UNKNOWN",
        "'42', UNKNOWN",
    })
    void aNameTellsWhatItsValueIs(String name, Meaning meaning) {
        assertThat(SecretNames.of(name)).isEqualTo(meaning);
    }
}
