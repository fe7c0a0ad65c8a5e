package com.example.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.ArtieRow;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldRow;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.UnstructuredRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The program that the README shows, run as users run it: as a process of its own. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // a pipe that is read hears no interrupt
class CheckEverythingTest {
    private final Sandbox sandbox = Sandbox.start();

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void whatIsBrokenIsPrintedAndTheExitIsOne() throws Exception {
        fill();
        sandbox.datafold().add(DatafoldRow.of("pg").named("orders").behaving(Behavior.fails("no route to host")));

        Run run = run(sandbox.datafold().apiKey());

        assertThat(run.output()).containsExactly("orders (datafold data source 43): FAILED, no route to host");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void ifNothingIsBrokenNothingIsPrintedAndTheExitIsZero() throws Exception {
        fill();

        Run run = run(sandbox.datafold().apiKey());

        assertThat(run.output()).isEmpty();
        assertThat(run.exit()).isZero();
    }

    @Test
    void anAccountThatCanNotBeListedIsBrokenToo() throws Exception {
        fill();

        Run run = run("wrong");

        assertThat(run.output()).singleElement().asString().contains("AuthenticationException: datafold");
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void theProgramHasAtMostFifteenLinesOfCode() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("src/main/java/com/example/plain/CheckEverything.java"));
        int begin = lines.indexOf("// tag::everything");
        int end = lines.indexOf("// end::everything");

        assertThat(lines.subList(begin + 1, end))
                .filteredOn(line -> !line.isBlank() && !line.strip().equals("}"))
                .hasSizeBetween(5, 15);
    }

    private void fill() {
        sandbox.unstructured().add(UnstructuredRow.source("s3").named("contracts").behaving(Behavior.passes()));
        sandbox.datafold().add(DatafoldRow.of("pg").named("archive").paused());
        sandbox.artie().add(ArtieRow.source("mysql").named("shop").behaving(Behavior.passes()));
    }

    private record Run(List<String> output, int exit) {}

    private Run run(String datafoldKey) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CheckEverything.class.getName())
                .redirectErrorStream(true);
        builder.environment().put("UNSTRUCTURED_API_KEY", sandbox.unstructured().apiKey());
        builder.environment().put("UNSTRUCTURED_API_URL", sandbox.unstructured().baseUrl());
        builder.environment().put("DATAFOLD_API_KEY", datafoldKey);
        builder.environment().put("DATAFOLD_HOST", sandbox.datafold().baseUrl());
        builder.environment().put("ARTIE_API_KEY", sandbox.artie().apiKey());
        builder.environment().put("ARTIE_API_URL", sandbox.artie().baseUrl());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = process.waitFor();
        return new Run(
                output.lines().filter(line -> !line.startsWith("SLF4J")).toList(), exit);
    }
}
