package dev.connectioncheck.spring;

import dev.connectioncheck.config.ConfigurationException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says on one screen what is wrong with the configuration of connections, without a stack trace. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, ConfigurationException cause) {
        return new FailureAnalysis(
                "The configuration of connections has mistakes:\n\n" + cause.getMessage(),
                "Correct the lines and properties that are named.",
                cause);
    }
}
