package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.http.Pace;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.SettingKey;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a builder was told is in what it builds, and what has been set survives every way to make a copy. By reflection,
 * so that a setter or a copying method that is added is tried too.
 */
class CopiesTest {
    /** A connection is either checkable or not, and here it is not. */
    private static final Set<String> NOT_TRIED = Set.of("Connection.target");

    /** A value of each type that a setter takes, none of them a default. */
    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(String.class, "/sample"),
            Map.entry(int.class, 299),
            Map.entry(boolean.class, true),
            Map.entry(Duration.class, Duration.ofMillis(4_321)),
            Map.entry(Instant.class, Instant.ofEpochSecond(77)),
            Map.entry(List.class, List.of(CheckStep.of("connect", StepOutcome.PASSED, Optional.of("done")))),
            Map.entry(Optional.class, Optional.of(Duration.ofSeconds(3))),
            Map.entry(Function.class, (Function<Object, Object>) target -> Optional.empty()),
            Map.entry(
                    CheckOptions.class,
                    CheckOptions.builder().timeout(Duration.ofSeconds(9)).build()),
            Map.entry(CheckListener.class, new CheckListener() {}),
            Map.entry(CheckTarget.class, toy("sample")),
            Map.entry(Pace.class, Pace.unlimited().withChecksAtOnce(3)),
            Map.entry(VendorProfile.ErrorHints.class, (VendorProfile.ErrorHints) (status, message) -> Optional.empty()),
            Map.entry(
                    RecordedVerdict.class,
                    RecordedVerdict.of(Verdict.PASSED, Optional.empty(), Instant.ofEpochSecond(5))));

    static Stream<Object> builders() {
        return Stream.of(
                CheckOptions.builder(),
                BulkOptions.builder(),
                CheckResult.builder(toy("t1"), Verdict.PASSED),
                Connection.builder("toy", "box", "t1").notCheckable("paused"),
                ConnectionCheckException.Failure.builder("toy", "check", "odd"),
                VendorProfile.builder("toy", "https://api.toy.test"));
    }

    @ParameterizedTest
    @MethodSource("builders")
    void whatABuilderIsToldIsInWhatItBuilds(Object first) throws ReflectiveOperationException {
        List<Method> setters = setters(first.getClass());
        assertThat(setters).isNotEmpty();
        for (Method setter : setters) {
            Object builder = anew(first);
            Map<String, Object> before = fields(built(builder));

            setter.invoke(builder, samples(setter));

            Map<String, Object> after = fields(built(builder));
            assertThat(after).as("what %s set", setter).isNotEqualTo(before).containsValues(kept(setter));
        }
    }

    @ParameterizedTest
    @MethodSource("builders")
    void whatABuilderIsToldSurvivesToBuilder(Object first) throws ReflectiveOperationException {
        for (Method setter : setters(first.getClass())) {
            Object builder = anew(first);
            setter.invoke(builder, samples(setter));
            Object built = built(builder);
            Optional<Method> again = Arrays.stream(built.getClass().getMethods())
                    .filter(method -> method.getName().equals("toBuilder"))
                    .findFirst();

            if (again.isPresent()) {
                assertThat(fields(built(again.get().invoke(built)))).isEqualTo(fields(built));
            }
        }
    }

    static Stream<Object> copied() {
        return Stream.of(
                Pace.unlimited().withRequestsPerMinute(10).withChecksAtOnce(2),
                Pace.unlimited().withChecksAtOnce(2).withRequestsPerMinute(10),
                Connection.builder("toy", "box", "t1")
                        .name("orders")
                        .type("pg")
                        .lastVerdict(RecordedVerdict.of(Verdict.FAILED, Optional.empty(), Instant.EPOCH))
                        .target(toy("t1"))
                        .build()
                        .at("eu"),
                Connection.builder("toy", "box", "t1")
                        .name("orders")
                        .notCheckable("paused")
                        .build(),
                Progress.running("c1", "running").withMemo("memo").withRetryAfter(Optional.of(Duration.ofSeconds(1))),
                Progress.failed(Optional.of("odd")).withCheckId("c1").withSteps(List.of()),
                SettingKey.of("host", SettingKey.Kind.TEXT, "where")
                        .withVariable("HOST")
                        .asRequired(),
                toy("t1").named("orders").at("eu"),
                ((CheckTarget) () -> "nobody").at("eu"));
    }

    /** A copy is another in what it was asked to be, and in nothing else. */
    @ParameterizedTest
    @MethodSource("copied")
    void aCopyKeepsAllButWhatItWasAskedToChange(Object original) throws ReflectiveOperationException {
        List<Method> copying = Arrays.stream(original.getClass().getMethods())
                .filter(method -> method.getName().matches("with[A-Z].*|as[A-Z].*|named|at"))
                .filter(method -> !method.isBridge() && !Modifier.isStatic(method.getModifiers()))
                .toList();
        assertThat(copying).isNotEmpty();
        for (Method method : copying) {
            method.setAccessible(true);
            Map<String, Object> before = fields(original);
            Map<String, Object> after = fields(method.invoke(original, samples(method)));

            assertThat(after.keySet()).isEqualTo(before.keySet());
            assertThat(after.entrySet().stream()
                            // An account is that of the target, too.
                            .filter(entry -> !entry.getKey().equals("Connection.target"))
                            .filter(entry -> !Objects.equals(entry.getValue(), before.get(entry.getKey()))))
                    .as("what %s changed", method)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    private static List<Method> setters(Class<?> builder) {
        return Arrays.stream(builder.getMethods())
                .filter(method -> method.getReturnType() == builder)
                .filter(method ->
                        !NOT_TRIED.contains(builder.getEnclosingClass().getSimpleName() + "." + method.getName()))
                .toList();
    }

    private static Object anew(Object builder) throws ReflectiveOperationException {
        return builders()
                .filter(each -> each.getClass() == builder.getClass())
                .findFirst()
                .orElseThrow();
    }

    private static Object built(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private static Object[] samples(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(type -> Objects.requireNonNull(
                        SAMPLES.get(type), () -> "A sample of " + type + " is missing here, for " + method))
                .toArray();
    }

    /** What a setter was given, as far as it is kept as it is. */
    private static Object[] kept(Method setter) {
        return Arrays.stream(samples(setter))
                .map(sample -> sample instanceof Optional<?> optional ? optional.orElseThrow() : sample)
                .toArray();
    }

    /** What an object holds: its own fields, and those of a label or the like as if they were its own. */
    private static Map<String, Object> fields(Object object) throws ReflectiveOperationException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    field.setAccessible(true);
                    Object value = field.get(object);
                    if (value != null && value.getClass().getSimpleName().matches("Label|Builder")) {
                        values.putAll(fields(value));
                    } else {
                        values.put(type.getSimpleName() + "." + field.getName(), value);
                    }
                }
            }
        }
        return values;
    }
}
