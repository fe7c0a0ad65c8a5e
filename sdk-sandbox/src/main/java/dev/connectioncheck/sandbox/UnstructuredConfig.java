package dev.connectioncheck.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** What stands in a connector's {@code config}. */
final class UnstructuredConfig {
    static final String MASK = "*".repeat(10);

    /** Every field of the vendor's models that holds a secret (Platform API, 2026). */
    private static final Set<String> SECRETS = Set.of(
            ("account_key api_key api_token aws_access_key_id aws_secret_access_key access_key_id box_app_config client_cred "
                            + "client_secret connection_string consumer_key es_api_key iam_api_key kafka_api_key key "
                            + "oauth_token password private_key sas_token secret secret_access_key service_account_key "
                            + "token uri")
                    .split(" ", -1));

    private UnstructuredConfig() {}

    /** Settings for rows that got none; the fields are S3's, whatever the type. */
    static Map<String, Object> madeUp(String type, String mark) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("remote_url", type + "://sandbox-" + mark + "/input/");
        config.put("key", "key-" + VendorSandbox.randomHex(8));
        config.put("secret", "secret-" + VendorSandbox.randomHex(8));
        return config;
    }

    static Map<String, Object> masked(Map<String, Object> config) {
        Map<String, Object> masked = new LinkedHashMap<>(config);
        masked.replaceAll((field, value) -> SECRETS.contains(field) && value instanceof String ? MASK : value);
        return masked;
    }

    static boolean holdsMask(Map<String, Object> config) {
        return config.entrySet().stream()
                .anyMatch(field -> SECRETS.contains(field.getKey()) && MASK.equals(field.getValue()));
    }
}
