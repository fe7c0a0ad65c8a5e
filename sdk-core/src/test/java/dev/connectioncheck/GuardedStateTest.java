package dev.connectioncheck;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever changes is volatile, or touched with the object's lock held, or of a class that one thread has at a time.
 *
 * <p>No run of a test shows reliably that a {@code volatile} or a {@code synchronized} is missing; the compiled classes
 * do.
 */
class GuardedStateTest {
    /** What one thread has at a time; the Javadoc of each says how it comes from one to the next. */
    private static final Set<String> OF_ONE_THREAD = Set.of(
            // Used in the turns of a run, which SerialTasks keeps apart.
            "internal.bulk.BulkTurns",
            "internal.bulk.Item",
            "internal.bulk.Lane",
            "internal.bulk.Pulled",
            // Machines, which a driver feeds one event at a time.
            "internal.bulk.ListMachine",
            "internal.call.CallMachine",
            "internal.check.CheckMachine",
            "internal.check.ProgressMachine",
            // Made, used and dropped in one method.
            "client.RequestBuilder",
            "internal.log.Line",
            "internal.secret.Cleaner",
            "internal.secret.SafeCause$Copying",
            "internal.text.Base64Text",
            "internal.text.ByteRun",
            "internal.text.Spans",
            "internal.text.Unescaping",
            "internal.wire.ListBody");

    /** Built by one thread, and not changed once others see it. */
    private static final Set<String> OF_THEIR_MAKER =
            Set.of("internal.secret.SecretSearch", "internal.secret.SecretSearch$Node");

    /** What a factory writes to an object that nobody else has yet. */
    private static final Map<String, String> BEFORE_PUBLICATION = Map.of("Course.lastRunningMillis", "resumed");

    @Test
    void whatChangesIsVolatileOrGuardedByALockOrOfOneThread() {
        assertThat(fields(field -> !isFinal(field) && !isVolatile(field)).filter(field -> !isOfOneThread(field)))
                .hasSizeGreaterThan(15)
                .allSatisfy(field -> assertThat(unguarded(field)).isEmpty());
    }

    @Test
    void whatAClassWithALockKeepsInAContainerIsGuardedByIt() {
        assertThat(fields(field -> isFinal(field) && isContainer(field.getRawType()))
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .filter(field -> field.getOwner().getMethods().stream().anyMatch(GuardedStateTest::locks)))
                .hasSizeGreaterThan(2)
                .allSatisfy(field -> assertThat(unguarded(field)).isEmpty());
    }

    /** One that has become immutable, or has gone, must not stay behind as an excuse. */
    @Test
    void theExceptionsAreStillNeeded() {
        Set<String> changing = fields(field -> !isFinal(field) && !isVolatile(field))
                .map(field -> nameOf(field.getOwner()))
                .collect(toSet());

        assertThat(changing).containsAll(OF_ONE_THREAD).containsAll(OF_THEIR_MAKER);
    }

    private static Stream<JavaField> fields(Predicate<JavaField> which) {
        return ArchitectureTest.CORE.stream()
                .flatMap(type -> type.getFields().stream())
                .filter(field -> !field.getModifiers().contains(JavaModifier.SYNTHETIC))
                .filter(which);
    }

    private static boolean isContainer(JavaClass type) {
        boolean collection = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
        return type.isArray() || (collection && !type.getPackageName().equals("java.util.concurrent"));
    }

    private static boolean isFinal(JavaField field) {
        return field.getModifiers().contains(JavaModifier.FINAL);
    }

    private static boolean isVolatile(JavaField field) {
        return field.getModifiers().contains(JavaModifier.VOLATILE);
    }

    private static boolean isOfOneThread(JavaField field) {
        String owner = nameOf(field.getOwner());
        return owner.endsWith("Builder") || OF_ONE_THREAD.contains(owner) || OF_THEIR_MAKER.contains(owner);
    }

    private static String nameOf(JavaClass type) {
        return type.getName().substring("dev.connectioncheck.".length());
    }

    /** Returns who touches a field without its object's lock. */
    private static Set<String> unguarded(JavaField field) {
        return field.getAccessesToSelf().stream()
                .map(JavaAccess::getOrigin)
                .filter(origin -> !(origin instanceof JavaConstructor))
                .filter(origin -> !origin.getName()
                        .equals(BEFORE_PUBLICATION.get(field.getOwner().getSimpleName() + "." + field.getName())))
                .filter(origin -> !holdsTheLock(origin, new HashSet<>()))
                .map(JavaCodeUnit::getFullName)
                .collect(toCollection(TreeSet::new));
    }

    /** By itself, or since only methods that hold it call it. */
    private static boolean holdsTheLock(JavaCodeUnit unit, Set<JavaCodeUnit> seen) {
        if (locks(unit)) {
            return true;
        }
        return seen.add(unit)
                && unit.getModifiers().contains(JavaModifier.PRIVATE)
                && !unit.getCallsOfSelf().isEmpty()
                && unit.getCallsOfSelf().stream().allMatch(call -> holdsTheLock(call.getOrigin(), seen));
    }

    private static boolean locks(JavaCodeUnit unit) {
        return unit.getModifiers().contains(JavaModifier.SYNCHRONIZED);
    }
}
