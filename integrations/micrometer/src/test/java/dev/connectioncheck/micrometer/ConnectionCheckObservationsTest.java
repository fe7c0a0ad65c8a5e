package dev.connectioncheck.micrometer;

import static io.micrometer.observation.tck.TestObservationRegistryAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxExtension;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Observes real checks of the sandbox. */
class ConnectionCheckObservationsTest {
    private static final String CHECK = "connectioncheck.check";
    private static final String WORDS = "role REPORTER may not use WH";

    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension();

    private final TestObservationRegistry registry = TestObservationRegistry.create();

    @Test
    void aVerdictIsObservedWithAllItsKeys() {
        CheckTarget target = target(Behavior.passes()).named("warehouse");
        try (ConnectionChecker checker = checker(registry)) {
            checker.check(target);
        }

        assertThat(registry)
                .hasNumberOfObservationsEqualTo(1)
                .hasObservationWithNameEqualTo(CHECK)
                .that()
                .hasBeenStarted()
                .hasBeenStopped()
                .doesNotHaveError()
                .hasContextualNameEqualTo("check datafold")
                .hasLowCardinalityKeyValue("connectioncheck.vendor", "datafold")
                .hasLowCardinalityKeyValue("connectioncheck.account", "none")
                .hasLowCardinalityKeyValue("connectioncheck.verdict", "passed")
                .hasLowCardinalityKeyValue("error.type", "none")
                .hasHighCardinalityKeyValue("connectioncheck.connection", "warehouse")
                .hasHighCardinalityKeyValue("connectioncheck.kind", "data source")
                .hasHighCardinalityKeyValue(
                        "connectioncheck.target.id", target.id().orElseThrow())
                .hasHighCardinalityKeyValueWithKey("connectioncheck.check.id")
                .doesNotHaveHighCardinalityKeyValue("connectioncheck.check.id", "none");
    }

    @Test
    void anAccountIsAKeyOfMetrics() {
        DatafoldClient client = client();
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client("eu", client)
                .listener(ConnectionCheckObservations.of(registry))
                .build()) {
            checker.check(target(Behavior.passes()).at("eu"));
        }

        assertThat(registry)
                .hasObservationWithNameEqualTo(CHECK)
                .that()
                .hasLowCardinalityKeyValue("connectioncheck.account", "eu");
    }

    @Test
    void aFailedCheckHasAVerdictAndNoError() {
        try (ConnectionChecker checker = checker(registry)) {
            checker.check(target(Behavior.fails(WORDS)));
        }

        assertThat(registry)
                .hasObservationWithNameEqualTo(CHECK)
                .that()
                .doesNotHaveError()
                .hasLowCardinalityKeyValue("connectioncheck.verdict", "failed");
    }

    @Test
    void anExceptionIsToldByItsType() {
        try (ConnectionChecker checker = checker(registry)) {
            assertThatExceptionOfType(TargetNotFoundException.class)
                    .isThrownBy(() -> checker.check(DatafoldTarget.dataSource(404_404)));
        }

        assertThat(registry)
                .hasObservationWithNameEqualTo(CHECK)
                .that()
                .hasBeenStopped()
                .hasLowCardinalityKeyValue("connectioncheck.verdict", "none")
                .hasLowCardinalityKeyValue("error.type", "TargetNotFoundException")
                .thenError()
                .hasMessage("TargetNotFoundException")
                .hasNoCause();
    }

    @Test
    void theVendorsWordsAreNotObserved() {
        EverythingTold told = new EverythingTold();
        registry.observationConfig().observationHandler(told);
        try (ConnectionChecker checker = checker(registry)) {
            checker.check(target(Behavior.fails(WORDS)));
            assertThatExceptionOfType(TargetNotFoundException.class)
                    .isThrownBy(() -> checker.check(DatafoldTarget.dataSource(404_404)));
        }

        assertThat(told.texts).hasSizeGreaterThan(20).noneMatch(text -> text.contains("REPORTER"));
        assertThat(told.texts).noneMatch(text -> text.contains("404_404") || text.contains("not found"));
    }

    @Test
    void acceptanceAndRetriesAreEvents() {
        EverythingTold told = new EverythingTold();
        registry.observationConfig().observationHandler(told);
        try (ConnectionChecker checker = checker(registry)) {
            checker.check(target(Behavior.passes().at(Phase.POLL, Fault.status(503), 1)));
        }

        assertThat(told.texts).startsWith("accepted/accepted").contains("retried/retried");
    }

    @Test
    void aResumedCheckIsObservedAndWasNotAcceptedAgain() {
        EverythingTold told = new EverythingTold();
        registry.observationConfig().observationHandler(told);
        String token;
        try (ConnectionChecker other = ConnectionChecker.of(client())) {
            RunningCheck running = other.start(target(Behavior.passes()));
            token = running.token().orElseThrow();
        }
        try (ConnectionChecker checker = checker(registry)) {
            checker.resume(token).await();
        }

        assertThat(told.texts).contains("connectioncheck.verdict=passed").noneMatch(text -> text.contains("accepted"));
    }

    @Test
    void whatIsObservedByTheCallerIsTheParentOfEachCheckOfMany() {
        Observation request = Observation.start("request", registry);
        List<DatafoldTarget> targets =
                IntStream.range(0, 5).mapToObj(i -> target(Behavior.passes())).toList();
        try (ConnectionChecker checker = checker(registry)) {
            request.scoped(() -> checker.checkAll(targets));
            request.scoped(() -> checker.checkAsync(targets.get(0))).join();
        }
        request.stop();

        assertThat(registry)
                .hasNumberOfObservationsWithNameEqualTo(CHECK, 6)
                .forAllObservationsWithNameEqualTo(CHECK, check -> check.hasParentObservationEqualTo(request));
        assertThat(registry.getCurrentObservation()).isNull();
    }

    @Test
    void aCheckThatIsAskedForOutsideOfAnyObservationHasNoParent() {
        try (ConnectionChecker checker = checker(registry)) {
            checker.checkAsync(target(Behavior.passes())).join();
        }

        assertThat(registry).hasObservationWithNameEqualTo(CHECK).that().doesNotHaveParentObservation();
    }

    @Test
    void aConventionOfTheUsersChangesNameAndKeys() {
        ConnectionCheckObservationConvention convention = new DefaultConnectionCheckObservationConvention() {
            @Override
            public String getName() {
                return "acme.check";
            }

            @Override
            public KeyValues getLowCardinalityKeyValues(ConnectionCheckObservationContext context) {
                return super.getLowCardinalityKeyValues(context).and(KeyValue.of("team", "data"));
            }
        };
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(client())
                .listener(ConnectionCheckObservations.of(registry, convention))
                .build()) {
            checker.check(target(Behavior.passes()));
        }

        assertThat(registry)
                .hasObservationWithNameEqualTo("acme.check")
                .that()
                .hasLowCardinalityKeyValue("team", "data")
                .hasLowCardinalityKeyValue("connectioncheck.vendor", "datafold");
    }

    @Test
    void aGlobalConventionIsHeededToo() {
        registry.observationConfig().observationConvention(new EverywhereConvention());
        try (ConnectionChecker checker = checker(registry)) {
            checker.check(target(Behavior.passes()));
        }

        assertThat(registry).hasObservationWithNameEqualTo("global.check");
    }

    @Test
    void aRegistryThatObservesNothingCostsNothing() {
        CheckTarget target = target(Behavior.passes());

        assertThat(ConnectionCheckObservations.of(ObservationRegistry.NOOP).forCheck(target))
                .isNotInstanceOf(ObservedCheck.class);
        assertThat(ConnectionCheckObservations.of(registry).forCheck(target)).isInstanceOf(ObservedCheck.class);
    }

    private static ConnectionChecker checker(ObservationRegistry registry) {
        return ConnectionChecker.builder()
                .client(client())
                .listener(ConnectionCheckObservations.of(registry))
                .build();
    }

    private static DatafoldClient client() {
        return DatafoldClient.builder()
                .apiKey(sandbox.datafold().apiKey())
                .baseUrl(sandbox.datafold().baseUrl())
                .build();
    }

    private static DatafoldTarget target(Behavior behavior) {
        return DatafoldTarget.dataSource(sandbox.datafold().dataSource(behavior.after(Duration.ZERO)));
    }

    /** A convention for the whole registry. */
    private static final class EverywhereConvention extends DefaultConnectionCheckObservationConvention
            implements GlobalObservationConvention<ConnectionCheckObservationContext> {
        @Override
        public String getName() {
            return "global.check";
        }
    }

    /** Hears everything that a handler can hear, as texts. */
    private static final class EverythingTold implements ObservationHandler<Observation.Context> {
        private final List<String> texts = Collections.synchronizedList(new ArrayList<>());

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        @Override
        public void onEvent(Observation.Event event, Observation.Context context) {
            texts.add(event.getName() + "/" + event.getContextualName());
        }

        @Override
        public void onError(Observation.Context context) {
            Throwable error = Objects.requireNonNull(context.getError());
            texts.add(error.toString());
            Stream.of(error.getSuppressed()).map(Throwable::toString).forEach(texts::add);
        }

        @Override
        public void onStop(Observation.Context context) {
            context.getAllKeyValues().forEach(each -> texts.add(each.getKey() + "=" + each.getValue()));
            texts.add(String.valueOf(context.getContextualName()));
        }
    }
}
