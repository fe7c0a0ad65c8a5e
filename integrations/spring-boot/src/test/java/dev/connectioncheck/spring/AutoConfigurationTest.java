package dev.connectioncheck.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.config.ConfigurationException;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.spring.LampModule.LampClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;

@ExtendWith(OutputCaptureExtension.class)
class AutoConfigurationTest {
    private static final ClassPathResource VENDORS =
            new ClassPathResource("META-INF/services/dev.connectioncheck.spi.VendorModule");

    @TempDir
    private Path folder;

    @Test
    void aCheckerAsksTheClientsOfTheProperties() {
        Contexts.withLamps().run(context -> {
            ConnectionChecker checker = context.getBean(ConnectionChecker.class);
            Connections connections = context.getBean(Connections.class);

            assertThat(checker.check(connections
                                    .find("hall")
                                    .orElseThrow()
                                    .target()
                                    .orElseThrow())
                            .passed())
                    .isTrue();
        });
    }

    @Test
    void theCheckerIsClosedWithTheContext() {
        AtomicReference<ConnectionChecker> checker = new AtomicReference<>();
        Contexts.withLamps().run(context -> checker.set(context.getBean(ConnectionChecker.class)));

        assertThatIllegalStateException()
                .isThrownBy(() -> Objects.requireNonNull(checker.get()).checkAll(List.of()));
    }

    @Test
    void everyClientIsABeanOfItsOwnType() {
        Contexts.runner()
                .withPropertyValues(
                        "connectioncheck.datafold.api-key=k",
                        "connectioncheck.clients.eu.vendor=datafold",
                        "connectioncheck.clients.eu.api-key=e",
                        "connectioncheck.clients.eu.base-url=https://eu.datafold.com")
                .run(context -> {
                    Connections connections = context.getBean(Connections.class);

                    assertThat(context).getBeans(DatafoldClient.class).hasSize(2);
                    assertThat(context.getBean(DatafoldClient.class))
                            .as("the unnamed client is the primary one")
                            .isSameAs(connections.unnamedClients().get("datafold"));
                    assertThat(BeanFactoryAnnotationUtils.qualifiedBeanOfType(
                                    context.getSourceApplicationContext().getBeanFactory(), DatafoldClient.class, "eu"))
                            .isSameAs(connections.clients().get("eu"));
                });
    }

    @Test
    void aClientOfTheUsersTakesThePlaceOfTheVendorsUnnamedOne() {
        LampClient mine = new LampClient("mine", false);
        Contexts.withLamps().withBean(LampClient.class, () -> mine).run(context -> {
            assertThat(context).hasSingleBean(LampClient.class);
            assertThat(context.getBean(Connections.class).unnamedClients()).containsEntry("lamp", mine);
        });
    }

    @Test
    void aCheckerOfTheUsersTakesThePlaceOfOurs() {
        ConnectionChecker mine = ConnectionChecker.of(new LampClient("mine", false));
        Contexts.withLamps()
                .withBean(ConnectionChecker.class, () -> mine)
                .run(context ->
                        assertThat(context.getBean(ConnectionChecker.class)).isSameAs(mine));
    }

    @Test
    void customizersChangeTheChecker() {
        List<CheckOutcome> heard = new ArrayList<>();
        CheckListener listener = new CheckListener() {
            @Override
            public void onFinish(CheckOutcome outcome) {
                heard.add(outcome);
            }
        };
        Contexts.withLamps()
                .withBean(ConnectionCheckerCustomizer.class, () -> builder -> builder.listener(listener))
                .run(context -> {
                    CheckOutcome outcome = context.getBean(ConnectionMonitor.class)
                            .check("hall")
                            .join();

                    assertThat(heard).containsExactly(outcome);
                });
    }

    @Test
    void aVendorWithoutPropertiesComesFromVariables() {
        Contexts.runner()
                .withPropertyValues(
                        "LAMP_KEY=from-there",
                        "connectioncheck.connections.hall.client=lamp",
                        "connectioncheck.connections.hall.lamp-id=1")
                .run(context ->
                        assertThat(context.getBean(LampClient.class).key()).isEqualTo("from-there"));
    }

    @Test
    void aFileAndPropertiesAreOneConfiguration() throws IOException {
        Files.writeString(folder.resolve("key"), "from-a-file\n");
        Path file = Files.writeString(folder.resolve("connections.yaml"), """
                clients:
                  cellar: { vendor: lamp, api-key: "@key" }
                connections:
                  stairs: { client: lamp, lamp-id: "${STAIRS}" }
                """);
        for (String location : List.of(file.toString(), file.toUri().toString())) {
            Contexts.withLamps()
                    .withPropertyValues(
                            "connectioncheck.config=" + location,
                            "STAIRS=7",
                            "connectioncheck.connections.door.client=cellar",
                            "connectioncheck.connections.door.lamp-id=8")
                    .run(context -> {
                        assertThat(context.getBean(ConnectionMonitor.class).names())
                                .containsExactlyInAnyOrder("stairs", "hall", "attic", "door");
                        assertThat(context.getBean(ConnectionMonitor.class)
                                        .target("stairs")
                                        .orElseThrow()
                                        .id())
                                .contains("7");
                        assertThat(context.getBean(Connections.class).clients())
                                .extractingByKey("cellar")
                                .isInstanceOfSatisfying(
                                        LampClient.class,
                                        client -> assertThat(client.key()).isEqualTo("from-a-file"));
                    });
        }
    }

    @Test
    void aFileMayBeAResource() {
        Contexts.runner()
                .withPropertyValues("connectioncheck.config=classpath:lamps.yaml", "LAMP_KEY=k")
                .run(context -> assertThat(
                                context.getBean(ConnectionMonitor.class).names())
                        .containsExactly("cellar"));
    }

    @Test
    void aFileThatIsNotThereStopsTheStart() {
        for (String location : List.of("none.yaml", "classpath:none.yaml", "file:none.yaml")) {
            Contexts.runner()
                    .withPropertyValues("connectioncheck.config=" + location)
                    .run(context ->
                            assertThat(context.getStartupFailure()).rootCause().hasMessageContaining("none.yaml"));
        }
    }

    @Test
    void everyMistakeIsNamedWithItsProperty() {
        Contexts.runner()
                .withPropertyValues(
                        "connectioncheck.datafold.api-kee=secret-1",
                        "connectioncheck.clients.x.vendor=lampp",
                        "connectioncheck.connections.hall.client=lamp",
                        "connectioncheck.connections.hall.colour=red")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .hasRootCauseInstanceOf(ConfigurationException.class)
                            .rootCause()
                            .hasMessageContainingAll(
                                    "connectioncheck.datafold: api-key is missing.",
                                    "connectioncheck.datafold.api-kee: The key api-kee is not known",
                                    "connectioncheck.clients.x.vendor: The vendor lampp is not known",
                                    "connectioncheck.connections.hall: lamp-id is missing.",
                                    "connectioncheck.connections.hall.colour: The key colour is not known",
                                    "LAMP_KEY")
                            .hasMessageNotContaining("secret-1");
                });
    }

    @Test
    void mistakesAreOneScreenWithoutAStackTrace() {
        Contexts.runner()
                .withPropertyValues("connectioncheck.clients.x.vendor=lampp")
                .run(context -> assertThat(new ConfigurationFailureAnalyzer().analyze(context.getStartupFailure()))
                        .satisfies(analysis -> {
                            assertThat(analysis.getDescription()).contains("connectioncheck.clients.x.vendor");
                            assertThat(analysis.getAction()).contains("Correct");
                        }));
    }

    @Test
    void keysThatNobodyKnowsAreWarnedOf(CapturedOutput output) {
        Contexts.runner()
                .withPropertyValues("connectioncheck.port=tcp://10.0.0.1")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(output).contains("connectioncheck has keys that are not known, port");
                });
    }

    @Test
    void withoutAnyVendorTheContextStartsAndSaysThatNothingCanBeChecked(CapturedOutput output) {
        Contexts.runner().withClassLoader(new FilteredClassLoader(VENDORS)).run(context -> {
            ConnectionChecker checker = context.getBean(ConnectionChecker.class);

            assertThat(context.getBean(ConnectionMonitor.class).names()).isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> checker.check(DatafoldTarget.dataSource(42)));
            assertThat(output).contains("No vendor's module is on the class path");
        });
    }

    @Test
    void anIntervalOfLessThanASecondStopsTheStart() {
        Contexts.withLamps()
                .withPropertyValues("connectioncheck.watch.interval=999ms")
                .run(context -> assertThat(context.getStartupFailure())
                        .rootCause()
                        .hasMessageContaining("connectioncheck.watch.interval must be at least 1s"));
    }

    @Test
    void nothingIsCheckedUnlessAskedFor() {
        LampModule.forgetAll();
        Contexts.withLamps().run(context -> {
            assertThat(context).doesNotHaveBean(ConnectionWatch.class);
            assertThat(LampModule.asked("1")).isZero();
        });
    }
}
