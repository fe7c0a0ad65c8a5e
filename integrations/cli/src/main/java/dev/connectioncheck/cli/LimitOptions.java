package dev.connectioncheck.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that bounds how long a vendor may take. */
final class LimitOptions {
    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description =
                    "How long each check, or a vendor's list, may take, such as 30s or 2m; goes before the file's "
                            + "own; default: 5m")
    private @Nullable Duration timeout;

    Optional<Duration> timeout() {
        return Optional.ofNullable(timeout);
    }
}
