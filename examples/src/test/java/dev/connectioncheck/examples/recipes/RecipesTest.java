package dev.connectioncheck.examples.recipes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.sandbox.ArtieRow;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.sandbox.SquaredRow;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.unstructured.UnstructuredClient;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the recipes save and what they don't, also if an answer is lost half-way. */
class RecipesTest {
    private static final Behavior BROKEN = Behavior.fails("no route to host");

    @RegisterExtension
    private final SandboxExtension sandbox = new SandboxExtension();

    private SquaredClient squared;
    private UnstructuredClient unstructured;
    private DatafoldClient datafold;
    private ArtieClient artie;
    private ConnectionChecker checker;

    @BeforeEach
    void makeClients() {
        squared = SquaredClient.builder()
                .apiKey(sandbox.squared().apiKey())
                .workspaceId(sandbox.squared().workspaceId())
                .baseUrl(sandbox.squared().baseUrl())
                .build();
        unstructured = UnstructuredClient.builder()
                .apiKey(sandbox.unstructured().apiKey())
                .baseUrl(sandbox.unstructured().baseUrl())
                .build();
        datafold = DatafoldClient.builder()
                .apiKey(sandbox.datafold().apiKey())
                .baseUrl(sandbox.datafold().baseUrl())
                .build();
        artie = ArtieClient.builder()
                .apiKey(sandbox.artie().apiKey())
                .baseUrl(sandbox.artie().baseUrl())
                .build();
        checker = ConnectionChecker.of(squared, unstructured, datafold, artie);
    }

    private int rows(String vendor) {
        return (int) checker.inventory().connections().stream()
                .filter(row -> row.vendor().equals(vendor))
                .count();
    }

    @Test
    void squaredSavesWhatWorksAndNothingElse() {
        Map<String, Object> works = sandbox.squared().sourceSettings("Postgresql", Behavior.passes());
        Map<String, Object> broken = sandbox.squared().sourceSettings("Postgresql", BROKEN);

        String id = Recipes.createIfItWorks(checker, squared, "orders", works);
        assertThatIllegalStateException()
                .isThrownBy(() -> Recipes.createIfItWorks(checker, squared, "other", broken))
                .withMessageContaining("no route to host");

        assertThat(id).isNotBlank();
        assertThat(rows("squared")).isEqualTo(1);
    }

    @Test
    void artieSavesWhatWorksAndNothingElse() {
        Map<String, Object> works = sandbox.artie().unsaved("postgresql", Behavior.passes());
        Map<String, Object> broken = sandbox.artie().unsaved("postgresql", BROKEN);

        UUID id = Recipes.createIfItWorks(checker, artie, "orders", works);
        assertThatIllegalStateException().isThrownBy(() -> Recipes.createIfItWorks(checker, artie, "other", broken));

        assertThat(sandbox.artie().settings(id)).isNotEmpty();
        assertThat(rows("artie")).isEqualTo(1);
    }

    @Test
    void unstructuredKeepsWhatWorksAndDeletesWhatItMadeInVain() {
        Map<String, Object> works = sandbox.unstructured().settings(Behavior.passes());
        Map<String, Object> broken = sandbox.unstructured().settings(BROKEN);

        UUID kept = Recipes.createAndKeepIfItWorks(checker, unstructured, "contracts", works);
        assertThatIllegalStateException()
                .isThrownBy(() -> Recipes.createAndKeepIfItWorks(checker, unstructured, "other", broken))
                .withMessageContaining("no route to host");

        assertThat(kept).isNotNull();
        assertThat(rows("unstructured")).isEqualTo(1);
    }

    @Test
    void datafoldKeepsTheBrokenOneToo() {
        Map<String, Object> broken = sandbox.datafold().settings(BROKEN);

        assertThat(Recipes.createAndCheck(checker, datafold, "warehouse", broken)
                        .passed())
                .isFalse();
        assertThat(rows("datafold")).isEqualTo(1);
    }

    @Test
    void anUpdateIsMadeWithSettingsThatWorkAndNoOthers() {
        long id = sandbox.squared().add(SquaredRow.source("Postgresql").named("orders"));
        Map<String, Object> before = new HashMap<>(sandbox.squared().settings(id));
        Map<String, Object> works = sandbox.squared().sourceSettings("Postgresql", Behavior.passes());
        Map<String, Object> broken = sandbox.squared().sourceSettings("Postgresql", BROKEN);

        assertThatIllegalStateException()
                .isThrownBy(() -> Recipes.updateIfItWorks(checker, squared, Long.toString(id), broken));
        assertThat(sandbox.squared().settings(id)).isEqualTo(before);

        Recipes.updateIfItWorks(checker, squared, Long.toString(id), works);
        assertThat(sandbox.squared().settings(id)).isEqualTo(works);
    }

    @Test
    void artiesUpdateIsMadeWithSettingsThatWorkAndNoOthers() {
        UUID id = sandbox.artie().add(ArtieRow.source("postgresql").named("orders"));
        Map<String, Object> works = sandbox.artie().unsaved("postgresql", Behavior.passes());

        assertThatIllegalStateException()
                .isThrownBy(() -> Recipes.updateIfItWorks(
                        checker, artie, id, "orders", sandbox.artie().unsaved("postgresql", BROKEN)));
        Recipes.updateIfItWorks(checker, artie, id, "orders", works);

        assertThat(sandbox.artie().settings(id)).isEqualTo(works);
    }

    @Test
    void aCreateWhoseAnswerIsLostSaysWhereToLookAndIsNotMadeTwice() {
        sandbox.unstructured().at(Phase.CREATE, Fault.resetAfterHeaders(), 1);

        ConnectionCheckException lost = catchThrowableOfType(
                ConnectionCheckException.class,
                () -> Recipes.createAndKeepIfItWorks(
                        checker,
                        unstructured,
                        "contracts",
                        sandbox.unstructured().settings(Behavior.passes())));

        assertThat(lost).hasMessageContaining("It may have been carried out all the same");
        assertThat(lost.retryable()).isFalse();
    }
}
