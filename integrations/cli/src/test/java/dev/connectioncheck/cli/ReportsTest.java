package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** One run with every kind of outcome, in all forms at once. */
class ReportsTest {
    private static final String NASTY = "no \"docs\" <here> & | there\nfor ever \u001b[31mred\u0000 "
            + "and a long sentence that is wider than any terminal has columns, which nothing but a terminal may cut";

    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension();

    @TempDir
    private static Path folder;

    private static Command.Ended ended;

    @BeforeAll
    static void checkEverything() {
        Vendors vendors = new Vendors(sandbox)
                .datafoldClient("locked", "wr0ng-key")
                .squared("orders", Behavior.passes())
                .unstructured("contracts", Behavior.fails(NASTY))
                .datafold("warehouse", Behavior.passes())
                .datafold("reporting", "locked", Behavior.passes())
                .artie("replica", Behavior.fails("connection refused"))
                .artie("odd|name <b>", Behavior.passes().at(Phase.START, Fault.json("{\"verdict\":\"maybe\"}")));
        vendors.writeTo(folder);

        ended = Command.in(folder)
                .with(vendors.environment())
                .with("GITHUB_STEP_SUMMARY", folder.resolve("summary.md").toString())
                .run(
                        "check",
                        "-o",
                        "table",
                        "-o",
                        "json=report.json",
                        "-o",
                        "junit=deep/er/junit.xml",
                        "--output",
                        "html=report.html",
                        "--output=github");
    }

    @Test
    void oneFailureEndsWithOne() {
        assertThat(ended.code()).as(ended.err()).isEqualTo(1);
    }

    @Test
    void theTableHasOneLinePerConnectionInTheirOrderAndNothingElse() {
        assertThat(ended.out()
                        .lines()
                        .map(line -> line.replaceAll("\\s{2,}.*", ""))
                        .toList())
                .containsExactly("STATUS", "PASSED", "FAILED", "PASSED", "ERROR", "FAILED", "INCONCLUSIVE");
    }

    @Test
    void nothingIsCutInAPipeAndNothingRulesATerminal() {
        assertThat(ended.out())
                .contains("no \"docs\" <here> & | there for ever [31mred and a long sentence that is wider than any "
                        + "terminal has columns, which nothing but a terminal may cut")
                .doesNotContain("\u001b", "\u0000");
    }

    @Test
    void progressIsPlainLinesOnTheErrorOutput() {
        assertThat(ended.err().lines().filter(line -> line.startsWith("[")).toList())
                .hasSize(6)
                .anyMatch(line -> line.matches("\\[\\d/6] PASSED orders, \\d+\\.\\d s"))
                .anyMatch(line -> line.matches("\\[\\d/6] ERROR reporting"));
        assertThat(ended.err()).contains("2 failed, 1 error, 1 inconclusive, 2 passed, in ");
        assertThat(ended.err()).doesNotContain("\u001b", "\r");
    }

    @Test
    void noLoggingLibraryIsHeard() {
        assertThat(ended.err()).doesNotContainIgnoringCase("slf4j").doesNotContain("DEBUG", "WARN", "INFO");
    }

    @Test
    void aWrongKeyIsAnErrorThatNamesTheClientAndNoKey() throws IOException {
        JsonNode reporting = json().at("/outcomes/3");

        assertThat(reporting.get("status").textValue()).isEqualTo("ERROR");
        assertThat(reporting.get("account").textValue()).isEqualTo("locked");
        assertThat(reporting.at("/error/type").textValue()).isEqualTo("AuthenticationException");
        assertThat(reporting.at("/error/message").textValue()).contains("401");
        for (String name : List.of("report.json", "deep/er/junit.xml", "report.html", "summary.md")) {
            assertThat(Files.readString(folder.resolve(name))).doesNotContain("wr0ng-key");
        }
        assertThat(ended.out() + ended.err().replaceAll("(?m)^warning: .*", "")).doesNotContain("wr0ng-key");
    }

    @Test
    void aSecretThatIsWrittenOutIsWarnedOfOnceWithoutTheSecret() {
        List<String> warnings = ended.err()
                .lines()
                .filter(line -> line.startsWith("warning: ") && line.contains(":2:"))
                .toList();

        assertThat(warnings)
                .singleElement()
                .asString()
                .contains("connections.yaml:2:")
                .contains("api-key");
        assertThat(ended.err()).doesNotContain("wr0ng-key");
    }

    @Test
    void jsonIsValidByItsSchema() throws IOException {
        assertThat(Schemas.problems("report", json())).isEmpty();
        JsonNode outcome = Schemas.text("report").at("/definitions/outcome/properties");
        assertThat(Schemas.keys(json()))
                .isEqualTo(Schemas.keys(Schemas.text("report").get("properties")));
        assertThat(Schemas.keys(json().at("/outcomes/0"))).isEqualTo(Schemas.keys(outcome));
        assertThat(json().at("/summary").toString())
                .isEqualTo("{\"passed\":2,\"failed\":2,\"inconclusive\":1,\"error\":1,\"skipped\":0}");
        assertThat(json().findValuesAsText("name"))
                .containsSubsequence("orders", "contracts", "warehouse", "reporting", "replica", "odd|name <b>");
    }

    @Test
    void junitIsWhatJenkinsTakesAndGitLabShowsWhole() throws Exception {
        Path file = folder.resolve("deep/er/junit.xml");
        assertThat(Documents.problems(file)).isEmpty();

        Element suite = Documents.elements(Documents.read(file), "testsuite").get(0);
        assertThat(List.of(
                        suite.getAttribute("tests"),
                        suite.getAttribute("failures"),
                        suite.getAttribute("errors"),
                        suite.getAttribute("skipped")))
                .containsExactly("6", "2", "2", "0");

        assertThat(Documents.test(file, "orders").getChildNodes().getLength()).isZero();
        assertThat(Documents.elements(Documents.test(file, "contracts"), "failure"))
                .singleElement()
                .satisfies(failure -> assertThat(failure.getTextContent())
                        .startsWith("no \"docs\" <here> & | there\nfor ever [31mred and a long sentence"));
        assertThat(Documents.elements(Documents.test(file, "reporting"), "error"))
                .singleElement()
                .satisfies(error -> assertThat(error.getTextContent()).contains("401"));
        assertThat(Documents.test(file, "odd|name <b>").getAttribute("classname"))
                .isEqualTo("connections.artie");
        assertThat(Documents.test(file, "reporting").getAttribute("classname"))
                .isEqualTo("connections.datafold.locked");
    }

    @Test
    void thePageBeginsWithWhatIsBroken() throws Exception {
        Element page = Documents.read(folder.resolve("report.html"));

        assertThat(Documents.elements(page, "th").stream()
                        .filter(cell -> cell.getAttribute("scope").equals("row"))
                        .map(Element::getTextContent))
                .containsExactly("contracts", "replica", "reporting", "odd|name <b>", "orders", "warehouse");
        assertThat(Documents.elements(page, "li").stream()
                        .map(Element::getTextContent)
                        .limit(5))
                .containsExactly("2 failed", "1 error", "1 inconclusive", "0 skipped", "2 passed");
    }

    @Test
    void thePageIsStaticSelfContainedAndAccessible() throws Exception {
        Path file = folder.resolve("report.html");
        String text = Files.readString(file);
        Element page = Documents.read(file);

        assertThat(text)
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<script", "http://", "https://", "src=", "href=", "url(");
        assertThat(page.getAttribute("lang")).isEqualTo("en");
        assertThat(Documents.elements(page, "title")).hasSize(1);
        assertThat(Documents.elements(page, "main")).hasSize(1);
        assertThat(Documents.elements(page, "h1")).hasSize(1);
        assertThat(Documents.elements(page, "caption")).hasSize(1);
        assertThat(Documents.elements(page, "th"))
                .allSatisfy(cell -> assertThat(cell.getAttribute("scope")).isIn("row", "col"));
        assertThat(Documents.elements(page, "svg")).isNotEmpty().allSatisfy(drawing -> {
            assertThat(drawing.getAttribute("aria-hidden")).isEqualTo("true");
            assertThat(((Element) drawing.getParentNode()).getTextContent()).matches("\\d+\\.\\d s");
        });
        assertThat(Contrast.colours(text)).hasSizeGreaterThan(5);
        assertThat(Contrast.colours(text))
                .allSatisfy(colour ->
                        assertThat(Contrast.withWhite(colour)).as(colour).isGreaterThanOrEqualTo(4.5));
    }

    @Test
    void theSummaryOfAGitHubJobIsATableWithoutForeignMarkup() throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("summary.md"));

        assertThat(lines.get(0)).isEqualTo("### Connections: 2 failed, 1 error, 1 inconclusive, 2 passed");
        assertThat(lines.subList(4, 10))
                .allSatisfy(line -> assertThat(line.replaceAll("[^|]", "")).hasSize(5));
        assertThat(lines.get(4))
                .startsWith("| ❌ failed | contracts | ")
                .contains("&#60;here&#62; &#38; &#124; there<br>for ever");
    }

    private static JsonNode json() throws IOException {
        return new ObjectMapper().readTree(folder.resolve("report.json").toFile());
    }
}
