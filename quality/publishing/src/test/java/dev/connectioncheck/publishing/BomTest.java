package dev.connectioncheck.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Compares the BOM with what the build makes. */
class BomTest {
    private static final String MANAGED = "/project/dependencyManagement/dependencies/dependency";

    @Test
    void theBomNamesOurPublishedModulesAndOkHttpUnderBothNamesAndNothingElse() {
        Stream<String> modules = Repository.published().stream()
                .map(Repository::flattened)
                .map(pom -> "dev.connectioncheck:" + pom.artifactId() + ":${project.version}");
        Stream<String> okHttp = Stream.of("okhttp", "okhttp-jvm")
                .map(artifact -> "com.squareup.okhttp3:" + artifact + ":${okhttp.version}");

        assertThat(Repository.bom().coordinates(MANAGED))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(modules, okHttp).toList());
    }

    @Test
    void theBomImportsNothingAndInheritsNothing() {
        assertThat(Repository.bom().texts(MANAGED + "/scope")).isEmpty();
        assertThat(Repository.bom().count("/project/parent")).isZero();
        assertThat(Repository.bom().count("/project/dependencies")).isZero();
    }

    @Test
    void theBomAndTheBuildMeanTheSameOkHttp() {
        String property = "/project/properties/okhttp.version";

        assertThat(Repository.bom().text(property))
                .isNotEmpty()
                .isEqualTo(Repository.root().text(property));
    }

    @Test
    void theModulesThatUsersMayWantArePublishedAndNoOthers() {
        assertThat(Repository.published()).isNotEmpty().containsExactlyInAnyOrderElementsOf(Repository.forUsers());
    }

    @Test
    void thereIsOneVersionOfTheSdkInAllPoms() {
        String version = Repository.root().text("/project/version");
        String ours = "//*[groupId='dev.connectioncheck' and version]/version";

        List<String> versions = Repository.poms().stream()
                .flatMap(pom -> pom.texts(ours).stream())
                .filter(text -> !text.equals("${project.version}"))
                .distinct()
                .toList();

        assertThat(versions).containsExactly(version);
    }
}
