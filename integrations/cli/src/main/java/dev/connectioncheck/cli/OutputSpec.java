package dev.connectioncheck.cli;

import dev.connectioncheck.cli.report.ReportFormat;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * One output as users write it.
 *
 * @param format its form
 * @param file where it goes; empty for the usual place
 */
record OutputSpec(ReportFormat format, Optional<String> file) {
    static final OutputSpec TABLE = new OutputSpec(ReportFormat.TABLE, Optional.empty());

    static OutputSpec parse(String text) {
        String[] parts = text.split("=", 2);
        ReportFormat format = Arrays.stream(ReportFormat.values())
                .filter(known -> known.word().equals(parts[0]))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + parts[0] + "' is no output; known are " + known() + ", each with =FILE or without"));
        if (parts.length == 2 && parts[1].isBlank()) {
            throw new TypeConversionException("a file's name must follow '" + text + "'");
        }
        return new OutputSpec(format, parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
    }

    private static String known() {
        return Arrays.stream(ReportFormat.values()).map(ReportFormat::word).collect(Collectors.joining(", "));
    }

    /** Reads it for picocli. */
    static final class Converter implements ITypeConverter<OutputSpec> {
        @Override
        public OutputSpec convert(String text) {
            return parse(text);
        }
    }
}
