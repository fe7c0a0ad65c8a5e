package dev.connectioncheck.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** A test that hangs fails: the parent POM gives every test of every module a time, and a thread to be left behind. */
@ExtendWith(TimeLimitTest.Configured.class)
class TimeLimitTest {
    @Test
    void everyTestHasATimeAndAThreadOfItsOwnAndADumpTellsWhereItHung(Map<String, String> configured) {
        assertThat(configured)
                .containsEntry("default", "300 s")
                .containsEntry("thread.mode.default", "SEPARATE_THREAD")
                .containsEntry("threaddump.enabled", "true");
        assertThat(Thread.currentThread().getName()).startsWith("junit-timeout-thread-");
    }

    /** Brings what JUnit was told of times. */
    static final class Configured implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Map.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return Stream.of("default", "thread.mode.default", "threaddump.enabled")
                    .collect(Collectors.toMap(
                            key -> key,
                            key -> context.getConfigurationParameter("junit.jupiter.execution.timeout." + key)
                                    .orElse("")));
        }
    }
}
