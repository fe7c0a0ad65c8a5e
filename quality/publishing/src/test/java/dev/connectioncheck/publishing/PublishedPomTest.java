package dev.connectioncheck.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the POMs as a repository gets them: nobody resolves a parent or a property for it. */
class PublishedPomTest {
    static Stream<Pom> poms() {
        return Stream.concat(modules(), Stream.of(Repository.bom()));
    }

    static Stream<Pom> modules() {
        return Repository.published().stream().map(Repository::flattened);
    }

    @ParameterizedTest
    @MethodSource("poms")
    void aPomSaysWhatCentralAsksForWithoutItsParent(Pom pom) {
        assertThat(pom.count("/project/parent")).isZero();
        assertThat(List.of(
                        pom.text("/project/groupId"),
                        pom.artifactId(),
                        pom.text("/project/version"),
                        pom.text("/project/name"),
                        pom.text("/project/description"),
                        pom.text("/project/url"),
                        pom.text("/project/licenses/license/name"),
                        pom.text("/project/licenses/license/url"),
                        pom.text("/project/developers/developer/name"),
                        pom.text("/project/scm/connection"),
                        pom.text("/project/scm/url")))
                .doesNotContain("")
                .noneMatch(text -> text.contains("${"));
    }

    @ParameterizedTest
    @MethodSource("poms")
    void allPomsNameTheSameProject(Pom pom) {
        for (String path :
                List.of("url", "scm/url", "scm/connection", "developers/developer/name", "licenses/license/name")) {
            assertThat(pom.text("/project/" + path)).isEqualTo(Repository.root().text("/project/" + path));
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModulesPomHasNothingLeftToResolve(Pom pom) throws IOException {
        assertThat(Files.readString(pom.file())).doesNotContain("${");
        assertThat(pom.coordinates("/project/dependencies/dependency"))
                .isNotEmpty()
                .noneMatch(coordinates -> coordinates.endsWith(":"));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aModulesPomHasNothingThatConcernsOurBuildAlone(Pom pom) {
        for (String section : List.of("build", "properties", "profiles", "dependencyManagement", "repositories")) {
            assertThat(pom.count("/project/" + section)).as(section).isZero();
        }
        assertThat(pom.texts("/project/dependencies/dependency/scope")).doesNotContain("test", "provided");
    }
}
