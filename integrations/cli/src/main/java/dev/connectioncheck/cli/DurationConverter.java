package dev.connectioncheck.cli;

import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.Settings;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times as the file has them: {@code 30s}, {@code 2m}, ISO-8601. */
final class DurationConverter implements ITypeConverter<Duration> {
    private static final String KEY = "the time";

    @Override
    public Duration convert(String text) {
        try {
            Duration time = Settings.of(Map.of(KEY, text)).duration(KEY).orElseThrow();
            if (time.isZero() || time.isNegative()) {
                throw new TypeConversionException("the time must be positive, but is " + text);
            }
            return time;
        } catch (InvalidSettingException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
