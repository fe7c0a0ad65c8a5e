package dev.connectioncheck.cli;

import dev.connectioncheck.cli.terminal.Progress;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.NamedConnection;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Checks connections of the file. */
@Command(
        name = "check",
        description = "Checks the file's connections: all, or those that are named or have one of the tags.",
        sortOptions = false)
final class CheckCommand implements Callable<Integer> {
    private final Shell shell;

    @Parameters(paramLabel = "NAME", arity = "0..*", description = "Connections of the file.")
    private Set<String> names = new LinkedHashSet<>();

    @Mixin
    private final FileOption file = new FileOption();

    @Option(
            names = {"-t", "--tag"},
            paramLabel = "TAG",
            description = "Adds the connections that have this tag; may be given several times.")
    private Set<String> tags = new LinkedHashSet<>();

    @Mixin
    private final OutputOption output = new OutputOption();

    @Mixin
    private final LimitOptions limits = new LimitOptions();

    @Option(
            names = "--within",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "How long everything together may take; what is not done by then is not determined.")
    private @Nullable Duration within;

    @Option(
            names = "--concurrency",
            paramLabel = "NUMBER",
            converter = Concurrency.class,
            description = "How many checks run at one client at a time; default: what its vendor allows, or 8")
    private @Nullable Integer concurrency;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    CheckCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        common.startLogging();
        Connections connections = file.read(shell);
        List<NamedConnection> selected = Selection.of(connections, names, tags);
        Outputs outputs = output.open(shell);
        Checks checks = new Checks(connections, limits.timeout(), Optional.ofNullable(within), concurrency());
        Reporter reporter = new Reporter(shell, common, outputs);
        return Interruption.during(() -> reporter.report(run(checks, selected)));
    }

    private OptionalInt concurrency() {
        return concurrency == null ? OptionalInt.empty() : OptionalInt.of(concurrency);
    }

    private Checked run(Checks checks, List<NamedConnection> selected) {
        try (Progress progress = common.progress(shell)) {
            return checks.run(selected, progress);
        }
    }

    /** Reads a number of checks. */
    static final class Concurrency implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9][0-9]{0,3}")) {
                throw new TypeConversionException("'" + text + "' is no number from 1 to 9999");
            }
            return Integer.valueOf(text);
        }
    }
}
