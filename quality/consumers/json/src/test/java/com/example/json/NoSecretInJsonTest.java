package com.example.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.spi.VendorClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever a mapper looks at, it finds no key, no setting and no stack trace. One that gets into an HTTP client finds no end there:
 * hence the bound.
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NoSecretInJsonTest {
    private static Sandbox sandbox;
    private static Map<String, Object> things;

    @BeforeAll
    static void check() {
        sandbox = Sandbox.start();
        things = Things.in(sandbox);
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @ParameterizedTest
    @EnumSource
    void noMapperFindsASecretOrAStackTrace(Mapper mapper) {
        Map<String, String> written = new LinkedHashMap<>();
        things.forEach((name, thing) -> mapper.write(thing).ifPresent(json -> written.put(name, json)));

        assertThat(written).hasSizeGreaterThan(20);
        assertThat(written).allSatisfy((name, json) -> assertThat(json)
                .as(name)
                .doesNotContain(Things.PASSWORD, Things.KEY, Things.WRONG_KEY)
                .doesNotContainIgnoringCase("stackTrace", "\"password\"", "\"host\""));
    }

    /** Else the test above would look at nothing where it matters most. */
    @ParameterizedTest
    @EnumSource
    void mappersReachResultsAndErrorsOfEveryVendor(Mapper mapper) {
        Stream<String> reached = things.keySet().stream()
                .filter(name -> name.endsWith(": result") || name.endsWith(": outcome"));

        assertThat(reached).hasSize(15).allSatisfy(name -> assertThat(mapper.write(things.get(name)))
                .as(name)
                .isPresent());
    }

    @ParameterizedTest
    @EnumSource(names = {"JACKSON_2_THAT_SEES_EVERYTHING", "JACKSON_3_THAT_SEES_EVERYTHING", "GSON"})
    void mappersThatLookAtFieldsGetThroughClientsAndRunningChecks(Mapper mapper) {
        List<Class<?>> kinds = List.of(VendorClient.class, RunningCheck.class);

        assertThat(kinds).allSatisfy(kind -> assertThat(things.values().stream().filter(kind::isInstance))
                .isNotEmpty()
                .allSatisfy(thing -> assertThat(mapper.write(thing)).isPresent()));
    }

    @Test
    void theVendorsWordsAreThereWithoutTheSecret() {
        assertThat(things).anySatisfy((name, thing) -> assertThat(Mapper.JACKSON_2.write(thing))
                .hasValueSatisfying(json -> assertThat(json).contains("The vendor refused ***")));
    }
}
