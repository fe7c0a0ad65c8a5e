package dev.connectioncheck;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.connectioncheck.internal.check.CheckEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the core to its layers: who may use whom, and what is seen from outside. */
class ArchitectureTest {
    private static final String USERS = "dev.connectioncheck";
    private static final DescribedPredicate<JavaClass> OUTSIDERS =
            resideInAnyPackage("..internal..", "okhttp3..", "okio..", "com.fasterxml..", "kotlin..");
    private static final Pattern VENDORS =
            Pattern.compile("squared|unstructured|datafold|artie", Pattern.CASE_INSENSITIVE);

    static final JavaClasses CORE = new ClassFileImporter()
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
        assertThat(signaturesOf(USERS, OUTSIDERS)).isEmpty();
    }

    @Test
    void theRuntimeShowsOfOkHttpTheUsersOwnClientAlone() {
        assertThat(signaturesOf("dev.connectioncheck.client", OUTSIDERS))
                .containsExactly("ClientBuilder.httpClient(okhttp3.OkHttpClient)");
        assertThat(List.of("http", "spi", "model", "time"))
                .allSatisfy(name -> assertThat(signaturesOf("dev.connectioncheck." + name, OUTSIDERS))
                        .isEmpty());
    }

    @Test
    void everyPackageUsesOnlyThoseAboveItsLineInTheTable() throws IOException {
        List<String> order = PackageTable.read(Path.of("..", "docs", "architecture.md"));

        assertThat(order).hasSizeGreaterThan(10);
        assertThat(CORE.stream().map(JavaClass::getPackageName).distinct()).containsExactlyInAnyOrderElementsOf(order);
        assertThat(usesFromBelow(order)).isEmpty();
    }

    @Test
    void noTwoFilesNeedEachOther() {
        assertThat(FileCycles.in(CORE)).isEmpty();
    }

    @Test
    void noPackageButTheUsersHasMoreThanTwentyClasses() {
        Map<String, Long> sizes = CORE.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getPackageName().equals(USERS)
                        && !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName, Collectors.counting()));

        assertThat(sizes)
                .isNotEmpty()
                .allSatisfy((name, classes) -> assertThat(classes).as(name).isLessThanOrEqualTo(20L));
    }

    @Test
    void nobodyUsesWhatOkHttpKeepsForItself() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("okhttp3.internal.."))
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

    /** Lists uses of a package that stands lower in the order than the one that uses it, the facade's entry aside. */
    private static List<String> usesFromBelow(List<String> order) {
        return CORE.stream()
                .filter(type -> !isEntry(type))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(use -> order.indexOf(use.getTargetClass().getPackageName())
                        > order.indexOf(use.getOriginClass().getPackageName()))
                .map(Dependency::getDescription)
                .toList();
    }

    private static boolean isEntry(JavaClass type) {
        return type.getName().matches("dev\\.connectioncheck\\.ConnectionChecker(\\$.*)?");
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
}
