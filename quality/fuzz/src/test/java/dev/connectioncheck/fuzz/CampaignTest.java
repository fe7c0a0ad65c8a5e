package dev.connectioncheck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Makes sure that no fuzz test is forgotten: neither by the campaign nor by the ordinary build. */
class CampaignTest {
    private static final Path CLASSES = Path.of("target/test-classes");
    private static final Pattern IN_THE_CAMPAIGN = Pattern.compile("<test>(\\w+#\\w+)</test>");

    static Stream<Method> fuzzTests() throws IOException {
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<Class<?>> classes = files.filter(file -> file.toString().endsWith("FuzzTest.class"))
                    .<Class<?>>map(CampaignTest::load)
                    .toList();
            return classes.stream()
                    .flatMap(test -> Stream.of(test.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(FuzzTest.class));
        }
    }

    @Test
    void theCampaignRunsEachFuzzTestOnce() throws IOException {
        List<String> played = IN_THE_CAMPAIGN
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(played)
                .containsExactlyInAnyOrderElementsOf(fuzzTests()
                        .map(test -> test.getDeclaringClass().getSimpleName() + "#" + test.getName())
                        .toList())
                .hasSizeGreaterThanOrEqualTo(16);
    }

    @ParameterizedTest
    @MethodSource("fuzzTests")
    void eachFuzzTestIsPlayedAMillionTimes(Method test) {
        assertThat(test.getAnnotation(FuzzTest.class).maxExecutions()).isEqualTo(1_000_000);
    }

    @ParameterizedTest
    @MethodSource("fuzzTests")
    void eachFuzzTestHasSeeds(Method test) {
        assertThat(Seeds.of(test)).isNotEmpty();
    }

    private static Class<?> load(Path file) {
        String name = CLASSES.relativize(file).toString();
        try {
            return Class.forName(
                    name.substring(0, name.length() - ".class".length()).replace('/', '.'));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
