package com.example.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the README's commands in a copy of what Git knows of this checkout. The jar that this build made stands in for
 * the command that builds it, unless {@code -Dreadme.build=true} asks for that too.
 */
class ReadmeTest {
    private static final Path REPOSITORY = Path.of(System.getProperty("repository"));
    private static final String JAR = "quality/consumers/boot41/target/boot41.jar";
    private static final String PORT = "8080";
    private static final int MOST_LINES = 25;

    @TempDir
    private Path copy;

    @Test
    void aServiceShowsHealthMetricsAndListOfThreeConnectionsOfTheSandbox() throws Exception {
        List<String> commands = commands();
        assertThat(commands).hasSize(5);
        prepare(commands.get(0));
        String port = freePort();
        assertThat(commands.get(1)).isEqualTo("java -jar " + JAR + " --sandbox");
        Path log = copy.resolve("service.log");

        Process service = bash("exec " + commands.get(1), port).redirectOutput(log.toFile()).start();
        try {
            // The service has a port of its own here; curl asks until it answers.
            String wait = " --retry 60 --retry-all-errors --retry-delay 1 --fail ";
            String list = run(commands.get(2).replace("curl -s ", "curl -s" + wait), port);
            for (String name : List.of("warehouse", "events", "reporting")) {
                run("curl -s -X POST localhost:" + PORT + "/actuator/connections/" + name, port);
            }

            assertThat(list).contains("\"schema\":1", "warehouse", "events", "reporting");
            assertThat(run(commands.get(2), port)).contains("\"passed\":2", "\"failed\":1");
            assertThat(run(commands.get(3), port))
                    .contains("\"warehouse\":{", "\"status\":\"DOWN\"", "Role REPORTER may not use warehouse WH");
            assertThat(run(commands.get(4), port)).contains("connectioncheck.status", "connectioncheck.connection");
        } finally {
            service.destroyForcibly();
        }
    }

    @Test
    void theSectionIsShort() throws IOException {
        assertThat(section().lines()).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void theYamlIsThatOfTheService() throws IOException {
        assertThat(block(section(), "yaml"))
                .isEqualTo(Files.readString(Path.of("src", "main", "resources", "application.yaml")));
    }

    private void prepare(String build) throws Exception {
        if (Boolean.getBoolean("readme.build")) {
            for (String name : run("git -c safe.directory='*' -C " + REPOSITORY + " ls-files", PORT).lines().toList()) {
                if (Files.isRegularFile(REPOSITORY.resolve(name))) {
                    put(REPOSITORY.resolve(name), name);
                }
            }
            run(build, PORT);
        } else {
            put(Path.of("..", "boot41", "target", "boot41.jar"), JAR);
        }
    }

    private void put(Path file, String name) throws IOException {
        Path place = copy.resolve(name);
        Files.createDirectories(Objects.requireNonNull(place.getParent()));
        Files.copy(file, place);
    }

    private String run(String command, String port) throws Exception {
        Process process = bash(command.replace("localhost:" + PORT, "localhost:" + port), port).start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(15, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, printed).isZero();
        return printed;
    }

    private ProcessBuilder bash(String command, String port) {
        ProcessBuilder builder =
                new ProcessBuilder("bash", "-c", command).directory(copy.toFile()).redirectErrorStream(true);
        String java = System.getProperty("java.home");
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", java,
                        "PATH", Path.of(java, "bin") + ":" + System.getenv("PATH"),
                        "SERVER_PORT", port));
        return builder;
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }

    /** Every line of every block of commands. */
    private static List<String> commands() throws IOException {
        return Pattern.compile("(?ms)^```sh\\n(.*?)^```$")
                .matcher(section())
                .results()
                .flatMap(block -> block.group(1).lines())
                .toList();
    }

    private static String section() throws IOException {
        return first("(?ms)^### In a Spring Boot service\\n(.*?)(?=^##)", Files.readString(REPOSITORY.resolve("README.md")))
                .strip();
    }

    private static String block(String text, String language) {
        return first("(?ms)^```" + language + "\\n(.*?)^```$", text);
    }

    private static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
