package dev.connectioncheck.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the exported API of all published modules against the list that is stored beside this test. */
class ApiListTest {
    private static final Path STORED = Path.of("src", "test", "resources", "api.txt");

    @Test
    void aChangedSignatureIsChangedInTheListOnPurpose() throws IOException {
        List<String> now = Repository.published().stream()
                .sorted()
                .flatMap(ApiListTest::list)
                .toList();
        if (System.getProperty("api.list", "").equals("write")) {
            Files.write(STORED, now);
        }

        assertThat(now)
                .as("the API; if the change is meant, CONTRIBUTING.md has the command that writes the list anew")
                .hasSizeGreaterThan(500)
                .isEqualTo(Files.readAllLines(STORED));
    }

    /** A module without a descriptor shows everything that is public; one without code has nothing to show. */
    private static Stream<String> list(Path module) {
        Path classes = Repository.ROOT.resolve(module).resolve("target").resolve("classes");
        if (Files.exists(classes.resolve("module-info.class"))) {
            return ApiList.of(classes);
        }
        return Files.exists(classes.resolve("dev")) ? ApiList.of(Repository.jar(module, "")) : Stream.empty();
    }
}
