package dev.connectioncheck.config;

import java.util.List;
import java.util.stream.Collectors;

/** Says everything that is wrong with a configuration, at once. Its message has one line for each mistake. */
public final class ConfigurationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient List<Diagnostic> mistakes;

    ConfigurationException(List<Diagnostic> mistakes) {
        super(mistakes.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
        this.mistakes = List.copyOf(mistakes);
    }

    /**
     * Returns what is wrong.
     *
     * @return at least one mistake, in the order of the lines; unmodifiable
     */
    public List<Diagnostic> mistakes() {
        return mistakes;
    }
}
