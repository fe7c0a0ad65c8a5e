package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How the process ends, and what is said then. */
class ExitCodesTest {
    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension();

    private final Vendors vendors = new Vendors(sandbox);

    @TempDir
    private Path folder;

    private Command command() {
        vendors.writeTo(folder);
        return Command.in(folder).with(vendors.environment());
    }

    @Test
    void everythingPassesWithZeroQuietlyOnAReadOnlyFileSystemWithoutHomeAndInALocaleThatIsNotUtf8() throws IOException {
        Path file = vendors.squaredWithPassword("straße", "${PASSWORD}", Behavior.passes())
                .datafold("not meant", Behavior.fails("not asked"))
                .writeTo(folder);

        // In /proc nobody can write, not even root.
        Command.Ended ended = Command.in(Path.of("/proc"))
                .with(vendors.environment())
                .with("LC_ALL", "POSIX")
                .with("PASSWORD", "geheimes Paßwort")
                .jvm("-Djava.io.tmpdir=/proc", "-Duser.home=/proc", "-XX:-UsePerfData")
                .run("check", "-f", file.toString(), "--tag", "nightly", "-q", "-o", "json");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isZero();
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertThat(report.findValuesAsText("name")).containsExactly("straße");
        assertThat(sandbox.squared().requests())
                .anySatisfy(request -> assertThat(request.body()).contains("Paßwort"));
    }

    @Test
    void anUndeterminedOneEndsWithThreeAndItsTokenIsResumed() {
        vendors.datafold("slow", Behavior.passes().after(Duration.ofSeconds(2)));

        Command.Ended late = command().run("check", "slow", "--timeout", "1s");
        assertThat(late.code()).as(late.err()).isEqualTo(3);
        assertThat(late.out()).contains("ERROR").contains("no verdict by the deadline");

        Matcher token = Pattern.compile("connection-check resume (\\S+)").matcher(late.err());
        assertThat(token.find()).as(late.err()).isTrue();
        Command.Ended resumed =
                Command.in(Path.of("/proc")).with(vendors.environment()).run("resume", token.group(1), "--verbose");
        assertThat(resumed.code()).as(resumed.err()).isZero();
        assertThat(resumed.out()).contains("PASSED");
        assertThat(resumed.err())
                .contains("DEBUG dev.connectioncheck")
                .contains("getDataSourceTest")
                .doesNotContain(sandbox.datafold().apiKey());
    }

    @Test
    void theWholeHasABoundAndAConnectionMayHaveItsOwn() {
        long endless = sandbox.datafold().dataSource(Behavior.neverEnds());
        vendors.add("impatient", "client: datafold, timeout: 300ms, data-source: " + endless)
                .datafold("endless", Behavior.neverEnds())
                .datafold("too late", Behavior.passes().after(Duration.ofMinutes(1)));

        Command.Ended ended = command().run("check", "--within", "2s", "--concurrency", "1");

        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        assertThat(ended.out().lines().skip(1).toList())
                .satisfiesExactly(
                        line -> assertThat(line).matches("ERROR +impatient .*deadline of 0\\.3 s.*"),
                        line -> assertThat(line).matches("(ERROR|SKIPPED) +endless .*"),
                        line -> assertThat(line).matches("(SKIPPED|ERROR) +too late .*"));
    }

    @Test
    void whatIsInterruptedReportsWhatIsFinished() throws Exception {
        vendors.squared("quick", Behavior.passes()).datafold("endless", Behavior.neverEnds());

        Command.Ended ended = command()
                .start("check", "-o", "table", "-o", "junit=junit.xml")
                .awaitError("[1/2] PASSED quick")
                .interrupt()
                .ended();

        assertThat(ended.code()).as(ended.err()).isEqualTo(130);
        assertThat(ended.out().lines().skip(1).toList())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("PASSED  quick"),
                        line -> assertThat(line).startsWith("ERROR   endless").contains("cancelled"));
        assertThat(Documents.problems(folder.resolve("junit.xml"))).isEmpty();
        assertThat(Documents.names(folder.resolve("junit.xml"))).containsExactly("quick", "endless");
    }

    @Test
    void anInterruptedResumeSaysThatTheCheckGoesOnAtTheVendor() {
        vendors.datafold("endless", Behavior.neverEnds());
        Matcher token = Pattern.compile("connection-check resume (\\S+)")
                .matcher(command().run("check", "--timeout", "1s").err());
        assertThat(token.find()).isTrue();

        Command.Ended ended = command()
                .start("resume", token.group(1), "--verbose", "--timeout", "5m")
                .awaitError("next poll in")
                .interrupt()
                .ended();

        assertThat(ended.code()).as(ended.err()).isEqualTo(130);
        assertThat(ended.out().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("ERROR")
                .contains("interrupted");
        assertThat(ended.err())
                .contains("connection-check resume " + token.group(1).substring(0, 8));
    }

    @Test
    void anInterruptedListSaysThatNothingWasListed() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Command.Ended ended = Command.in(folder)
                    .with("DATAFOLD_API_KEY", "key")
                    .with("DATAFOLD_HOST", "http://127.0.0.1:" + silent.getLocalPort())
                    .start("list", "--verbose", "--timeout", "5m")
                    .awaitError("sending attempt 1")
                    .interrupt()
                    .ended();

            assertThat(ended.code()).as(ended.err()).isEqualTo(130);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err()).contains("error: Interrupted; nothing was listed.");
        }
    }

    @Test
    void aClosedOutputChangesNothingOfTheVerdict() {
        vendors.squared("broken", Behavior.fails("refused"));

        Command.Ended closed = command().shell("\"$@\" >&-", "check");
        assertThat(closed.code()).isEqualTo(1);
        assertThat(closed.err())
                .contains("error: The results can't be written to the standard output")
                .doesNotContain("\tat ");

        Command.Ended piped = command().shell("\"$@\" | true; exit ${PIPESTATUS[0]}", "check", "-q");
        assertThat(piped.code()).isEqualTo(1);
        assertThat(piped.err()).doesNotContain("\tat ");
    }

    @Test
    void aFileThatCannotBeWrittenToItsEndIsNoSuccess() {
        assumeTrue(Files.exists(Path.of("/dev/full")));
        vendors.artieSaved("orders", Behavior.passes());

        Command.Ended ended = command().run("check", "-o", "table", "-o", "json=/dev/full");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).contains("PASSED  orders");
        assertThat(ended.err()).contains("error: The results can't be written to /dev/full");
    }

    @Test
    void wrongOptionsNothingSelectedAndUnreadableFilesEndWithTwoAndAskNobody() throws IOException {
        vendors.squared("orders", Behavior.passes());
        sandbox.sandbox().clearRequests();

        Command.Ended noSuchTag = command().run("check", "--tag", "weekly");
        assertThat(noSuchTag.code()).isEqualTo(2);
        assertThat(noSuchTag.err()).contains("No connection has the tag weekly");

        Command.Ended noOutput = command().run("check", "-o", "junit=/proc/none/junit.xml");
        assertThat(noOutput.code()).isEqualTo(2);
        assertThat(noOutput.err()).contains("error: The output can't be written: /proc/none/junit.xml");

        Files.writeString(folder.resolve("mistaken.yaml"), "connections:\n  a: { client: nobody, on: x }\n  b: 5\n");
        Command.Ended mistaken = command().run("check", "-f", "mistaken.yaml");
        assertThat(mistaken.code()).isEqualTo(2);
        assertThat(mistaken.err()).contains("mistaken.yaml:2:").contains("mistaken.yaml:3:");
        assertThat(mistaken.out()).isEmpty();

        Files.createDirectory(folder.resolve("closed.yaml")); // is there and can't be opened, whoever runs this
        Command.Ended closed = command().run("check", "-f", "closed.yaml");
        assertThat(closed.code()).isEqualTo(2);
        assertThat(closed.err()).contains("closed.yaml: The file can't be read");
        assertThat(closed.out()).isEmpty();

        assertThat(sandbox.sandbox().requests()).isEmpty();
    }

    @Test
    void twoHundredConnectionsHaveTwoHundredLines() {
        for (int i = 0; i < 200; i++) {
            vendors.artieSaved("connection " + i, i == 77 ? Behavior.fails("refused") : Behavior.passes());
        }

        Command.Ended ended = command().run("check", "--concurrency", "50");

        assertThat(ended.code()).as(ended.err()).isEqualTo(1);
        assertThat(ended.out().lines()).hasSize(201);
        assertThat(ended.out().lines().filter(line -> line.startsWith("FAILED")))
                .singleElement()
                .asString()
                .contains("77");
        assertThat(ended.err()).contains("[200/200]").contains("1 failed, 199 passed");
    }
}
