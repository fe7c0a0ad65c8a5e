package dev.connectioncheck.cli;

import dev.connectioncheck.cli.report.ReportFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option that says in which forms the results are wanted, and where. */
final class OutputOption {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT[=FILE]",
            converter = OutputSpec.Converter.class,
            description =
                    "table, json, junit, html or github, to a file or to the standard output; may be given several "
                            + "times; default: table. github without a file appends to $GITHUB_STEP_SUMMARY")
    private List<OutputSpec> outputs = new ArrayList<>();

    /**
     * Refuses other forms than these.
     *
     * @throws UsageProblem if another one is wanted
     */
    void allow(ReportFormat... formats) {
        List<ReportFormat> allowed = List.of(formats);
        outputs.stream()
                .map(OutputSpec::format)
                .filter(format -> !allowed.contains(format))
                .findFirst()
                .ifPresent(format -> {
                    throw new UsageProblem("There is no " + format.word() + " of this; known are "
                            + allowed.stream().map(ReportFormat::word).collect(Collectors.joining(", ")) + ".");
                });
    }

    /** Opens all outputs, so that nothing is asked in vain. */
    Outputs open(Shell shell) {
        return Outputs.open(outputs.isEmpty() ? List.of(OutputSpec.TABLE) : outputs, shell);
    }
}
