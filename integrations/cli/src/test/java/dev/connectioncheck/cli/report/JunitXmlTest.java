package dev.connectioncheck.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class JunitXmlTest {
    private static final Pattern NAME = Pattern.compile("<testcase classname=\"[^\"]*\" name=\"([^\"]*)\"");

    @Test
    void testsWithOneNameAreToldApartSinceGitLabDropsTheSecond() {
        CheckReport report = CheckReport.of(List.of(passed("a"), passed("a"), passed("a (2)"), passed("b\n")));

        assertThat(NAME.matcher(JunitXml.of(new Run(report, Instant.EPOCH, Duration.ZERO)))
                        .results()
                        .map(MatchResult::group)
                        .map(group -> group.replaceAll(".* name=", "")))
                .containsExactly("\"a\"", "\"a (2)\"", "\"a (2) (2)\"", "\"b\"");
    }

    @Test
    void aRunWithoutOutcomesIsADocumentToo() {
        Run nothing = new Run(CheckReport.of(List.of()), Instant.EPOCH, Duration.ZERO);

        assertThat(JunitXml.of(nothing)).contains("tests=\"0\"", "timestamp=\"1970-01-01T00:00:00\"");
        assertThat(HtmlPage.of(nothing)).contains("0</strong>");
    }

    private static CheckOutcome passed(String name) {
        CheckTarget target = () -> "acme";
        return CheckOutcome.of(
                CheckResult.builder(target.named(name), Verdict.PASSED).build());
    }
}
