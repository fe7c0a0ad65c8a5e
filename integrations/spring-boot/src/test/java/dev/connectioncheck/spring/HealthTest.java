package dev.connectioncheck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.VirtualTime;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.CompositeHealthContributor;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.test.context.FilteredClassLoader;

class HealthTest {
    private static final String BEAN = "connectionsHealthContributor";

    private final VirtualTime time = new VirtualTime();

    @BeforeEach
    void allLampsAreLit() {
        LampModule.forgetAll();
    }

    @Test
    void passedIsUpAndFailedIsDown() {
        LampModule.dark("2", "the bulb is broken");
        Contexts.watching(time).run(context -> {
            CompositeHealthContributor contributor = context.getBean(BEAN, CompositeHealthContributor.class);

            assertThat(health(contributor, "hall").getStatus()).isEqualTo(Status.UP);
            assertThat(health(contributor, "attic").getStatus()).isEqualTo(Status.DOWN);
            time.advance(Duration.ofSeconds(5));
            assertThat(health(contributor, "attic").getDetails())
                    .containsEntry("vendor", "lamp")
                    .containsEntry("status", "FAILED")
                    .containsEntry("message", "the bulb is broken")
                    .containsEntry("ageSeconds", 5L)
                    .containsKeys("checkedAt", "elapsedMillis");
        });
    }

    @Test
    void whatIsUndeterminedOrNotYetKnownOrTooOldIsUnknown() {
        LampModule.dim("1");
        LampModule.answersWith("2", new CompletableFuture<>());
        Contexts.watching(time).run(context -> {
            CompositeHealthContributor contributor = context.getBean(BEAN, CompositeHealthContributor.class);
            assertThat(health(contributor, "hall").getStatus()).isEqualTo(Status.UNKNOWN);
            assertThat(health(contributor, "attic").getStatus()).isEqualTo(Status.UNKNOWN);
            assertThat(health(contributor, "attic").getDetails()).containsEntry("message", "Not checked yet.");

            LampModule.answersWith("1", CompletableFuture.failedFuture(new IllegalStateException("away")));
            time.advance(Duration.ofMinutes(11));
            assertThat(health(contributor, "hall").getStatus()).isEqualTo(Status.UNKNOWN);
            assertThat(health(contributor, "hall").getDetails()).containsEntry("status", "ERROR");
        });
    }

    @Test
    void whatIsTooOldIsUnknown() {
        Contexts.watching(time)
                .withPropertyValues("connectioncheck.watch.max-age=4m")
                .run(context -> {
                    CompositeHealthContributor contributor = context.getBean(BEAN, CompositeHealthContributor.class);
                    time.advance(Duration.ofMinutes(4));
                    assertThat(health(contributor, "hall").getStatus()).isEqualTo(Status.UP);
                    time.advance(Duration.ofNanos(1));
                    assertThat(health(contributor, "hall").getStatus()).isEqualTo(Status.UNKNOWN);
                });
    }

    @Test
    void healthReadsAndNeverChecks() {
        Contexts.watching(time).run(context -> {
            CompositeHealthContributor contributor = context.getBean(BEAN, CompositeHealthContributor.class);
            for (int i = 0; i < 10; i++) {
                health(contributor, "hall");
            }
            assertThat(LampModule.asked("1")).isEqualTo(1);
        });
    }

    @Test
    void withoutWatchingThereIsNoContributor() {
        Contexts.withLamps().run(context -> assertThat(context).doesNotHaveBean(BEAN));
    }

    @Test
    void theContributorCanBeSwitchedOff() {
        Contexts.watching(time)
                .withPropertyValues("management.health.connections.enabled=false")
                .run(context -> assertThat(context).doesNotHaveBean(BEAN).hasSingleBean(ConnectionWatch.class));
    }

    @Test
    void aSlashInANameIsWrittenAsInAPath() {
        Contexts.watching(time)
                .withPropertyValues(
                        "connectioncheck.connections[cellar/left].client=lamp",
                        "connectioncheck.connections[cellar/left].lamp-id=3")
                .run(context -> assertThat(context.getBean(BEAN, CompositeHealthContributor.class)
                                .getContributor("cellar%2Fleft"))
                        .isNotNull());
    }

    @Test
    void bootFourHasTheSameHealthUnderOtherNames() {
        LampModule.dark("2", "the bulb is broken");
        Contexts.watching(time)
                .withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate.health"))
                .run(context -> {
                    var contributor = context.getBean(
                            BEAN, org.springframework.boot.health.contributor.CompositeHealthContributor.class);
                    var attic = (org.springframework.boot.health.contributor.HealthIndicator)
                            Objects.requireNonNull(contributor.getContributor("attic"));
                    var health = Objects.requireNonNull(attic.health());

                    assertThat(health.getStatus()).isEqualTo(org.springframework.boot.health.contributor.Status.DOWN);
                    assertThat(health.getDetails()).containsAllEntriesOf(Map.of("message", "the bulb is broken"));
                });
    }

    private static Health health(CompositeHealthContributor contributor, String name) {
        return ((HealthIndicator) contributor.getContributor(name)).health();
    }
}
