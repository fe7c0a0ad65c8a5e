package dev.connectioncheck.spring;

import dev.connectioncheck.spi.SettingKey;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ClassUtils;

/**
 * Masks keys and connection settings in the actuator's endpoints, also where those are told to show values. Variables
 * that a vendor's key comes from are masked too.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
final class SanitizingAutoConfiguration {
    @Bean
    SanitizingFunction connectionCheckSanitizingFunction(ResourceLoader resources) {
        ClassLoader loader = resources.getClassLoader();
        VendorModules modules = VendorModules.in(loader == null ? ClassUtils.getDefaultClassLoader() : loader);
        Set<String> variables = modules.clientKeys()
                .filter(key -> key.kind() == SettingKey.Kind.SECRET)
                .flatMap(key -> key.variable().stream())
                .map(SanitizingAutoConfiguration::uniform)
                .collect(Collectors.toSet());
        return data -> isSecret(uniform(data.getKey()), variables) ? data.withSanitizedValue() : data;
    }

    /** Settings have no end of names, so all of them count. */
    private static boolean isSecret(String key, Set<String> variables) {
        return variables.contains(key)
                || (key.startsWith("connectioncheck") && (key.contains("apikey") || key.contains("settings")));
    }

    private static String uniform(String key) {
        return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
