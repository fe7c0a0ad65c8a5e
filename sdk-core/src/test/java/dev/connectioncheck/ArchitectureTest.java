package dev.connectioncheck;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.connectioncheck.internal.CheckEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The floors of the house (design, section 2). */
class ArchitectureTest {
    private static final String USERS = "dev.connectioncheck";
    private static final String HTTP = "dev.connectioncheck.http";
    private static final String SPI = "dev.connectioncheck.spi";
    private static final Pattern VENDORS =
            Pattern.compile("squared|unstructured|datafold|artie", Pattern.CASE_INSENSITIVE);

    private static final JavaClasses CORE = new ClassFileImporter()
            .importUrl(ConnectionChecker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation());

    @Test
    void theCoreIsWhatIsLookedAt() {
        assertThat(CORE.contain(ConnectionChecker.class)).isTrue();
        assertThat(CORE.contain(CheckEngine.class)).isTrue();
        assertThat(CORE.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void usersSeeNothingOfTheInsideInAnySignature() {
        assertThat(signaturesOf(
                        USERS,
                        resideInAnyPackage("..internal..", "okhttp3..", "okio..", "com.fasterxml..", "kotlin..")))
                .isEmpty();
    }

    @Test
    void theRuntimeShowsOfOkHttpNoMoreThanARequestsPartsAndTheUsersOwnClient() {
        assertThat(signaturesOf(HTTP, resideInAnyPackage("okhttp3..", "okio..", "com.fasterxml..", "kotlin..")))
                .containsExactlyInAnyOrder(
                        "ClientBuilder.httpClient(okhttp3.OkHttpClient)", "ApiRequest.url()", "ApiRequest.headers()");
        assertThat(signaturesOf(HTTP, resideInAPackage("..internal.."))).isEmpty();
        assertThat(signaturesOf(SPI, resideInAnyPackage("..internal..", "okhttp3..", "com.fasterxml..")))
                .isEmpty();
    }

    @Test
    void theRuntimeKnowsNoChecks() {
        noClasses()
                .that()
                .resideInAPackage(HTTP)
                .should()
                .dependOnClassesThat(resideInAPackage(SPI).and(not(Set.of("TimeSource"))))
                .check(CORE);
        noClasses()
                .that()
                .resideInAPackage(HTTP)
                .should()
                .dependOnClassesThat(resideInAPackage(USERS))
                .check(CORE);
    }

    @Test
    void whatVendorsGiveTheEngineKnowsNoEngine() {
        noClasses()
                .that()
                .resideInAPackage(SPI)
                .should()
                .dependOnClassesThat(resideInAPackage("..internal.."))
                .check(CORE);
    }

    @Test
    void usersSeeTheEngineThroughTheFacadeAlone() {
        noClasses()
                .that(resideInAPackage(USERS).and(not(Set.of("ConnectionChecker", "RunningCheck"))))
                .should()
                .dependOnClassesThat(resideInAPackage("..internal.."))
                .check(CORE);
    }

    @Test
    void nobodyLogsBesidesTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..internal..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.slf4j..", "java.util.logging.."))
                .check(CORE);
    }

    @Test
    void theCoreNamesNoVendor() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main"))) {
            List<Path> sources = files.filter(Files::isRegularFile).toList();

            assertThat(sources).hasSizeGreaterThan(80);
            assertThat(sources)
                    .allSatisfy(source -> assertThat(Files.readString(source)).doesNotContainPattern(VENDORS));
        }
    }

    /** Lists what other modules can call or see in a package and that has such a type in its signature. */
    private static List<String> signaturesOf(String inPackage, DescribedPredicate<JavaClass> types) {
        return CORE.stream()
                .filter(type -> type.getPackageName().equals(inPackage))
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(type -> type.getCodeUnits().stream())
                .filter(unit -> isVisible(unit) && typesOf(unit).anyMatch(types))
                .map(unit -> unit.getOwner().getSimpleName() + "." + unit.getName()
                        + unit.getFullName().substring(unit.getFullName().indexOf('(')))
                .toList();
    }

    private static boolean isVisible(JavaCodeUnit unit) {
        Set<JavaModifier> modifiers = unit.getModifiers();
        return !modifiers.contains(JavaModifier.SYNTHETIC)
                && (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED));
    }

    private static Stream<JavaClass> typesOf(JavaCodeUnit unit) {
        return Stream.concat(
                        Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()),
                        unit.getThrowsClause().getTypes().stream())
                .map(JavaType.class::cast)
                .flatMap(type -> type.getAllInvolvedRawTypes().stream());
    }

    /** Excludes classes, and the classes in them, by simple name. */
    private static DescribedPredicate<JavaClass> not(Set<String> simpleNames) {
        return describe(
                "are none of " + simpleNames,
                type -> simpleNames.stream().noneMatch(name -> type.getName().matches(".*\\." + name + "(\\$.*)?")));
    }
}
