package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectioncheck.sandbox.ArtieRow;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldRow;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What clients list, shown and checked. */
class InventoryTest {
    @RegisterExtension
    final SandboxExtension sandbox = new SandboxExtension();

    @TempDir
    private Path folder;

    @BeforeEach
    void threeSourcesOfWhichTwoHaveOneName() {
        sandbox.datafold().add(DatafoldRow.of("pg").named("sales").behaving(Behavior.passes()));
        sandbox.datafold().add(DatafoldRow.of("pg").named("stock").behaving(Behavior.fails("no such role")));
        sandbox.datafold().add(DatafoldRow.of("pg").named("sales").paused());
    }

    @Test
    void anEntryThatStandsForAllIsCheckedByTheNamesOfItsRows() throws Exception {
        Vendors vendors = new Vendors(sandbox)
                .add("everything", "client: datafold, all: true, tags: [nightly]")
                .datafoldClient("locked", "${WRONG_KEY}")
                .add("nothing", "client: locked, all: true, tags: [nightly]")
                .add("other", "client: artie, all: true");
        vendors.writeTo(folder);

        Command.Ended ended = command(vendors)
                .run("check", "--tag", "nightly", "-o", "json", "-o", "junit=junit.xml", "-o", "html=page.html");

        assertThat(ended.code()).as(ended.err()).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertThat(Schemas.problems("report", report)).isEmpty();
        assertThat(report.get("outcomes").findValuesAsText("status")).containsExactly("PASSED", "FAILED", "SKIPPED");
        assertThat(report.get("outcomes"))
                .extracting(outcome -> outcome.get("name").textValue())
                .containsExactly("everything/sales#42", "everything/stock", "everything/sales#44");
        assertThat(report.at("/errors/0/account").textValue()).isEqualTo("locked");
        assertThat(ended.err()).contains("error: list of locked: ").contains("401");
        Path junit = folder.resolve("junit.xml");
        assertThat(Documents.problems(junit)).isEmpty();
        assertThat(Documents.elements(Documents.test(junit, "everything/sales#44"), "skipped"))
                .hasSize(1);
        assertThat(Documents.elements(Documents.test(junit, "list of locked"), "error"))
                .hasSize(1);
        assertThat(Files.readString(folder.resolve("page.html"))).contains("Could not be listed", "list of locked");
        assertThat(sandbox.artie().requests()).isEmpty();
    }

    @Test
    void aListShowsWhatThereIsThoughOneClientCannotBeListed() throws IOException {
        sandbox.artie().add(ArtieRow.source("postgresql").named("bills"));
        Vendors vendors = new Vendors(sandbox)
                .datafoldClient("locked", "${WRONG_KEY}")
                .add("a", "client: datafold, all: true")
                .add("b", "client: artie, all: true");
        vendors.writeTo(folder);

        Command.Ended ended = command(vendors).run("list", "--output", "json");

        assertThat(ended.code()).as(ended.err()).isEqualTo(3);
        JsonNode list = new ObjectMapper().readTree(ended.out());
        assertThat(Schemas.problems("list", list)).isEmpty();
        assertThat(Schemas.keys(list.at("/connections/0")))
                .isEqualTo(Schemas.keys(Schemas.text("list").at("/definitions/connection/properties")));
        assertThat(list.get("connections"))
                .extracting(row -> row.get("name").textValue())
                .containsExactly("sales", "stock", "sales", "bills");
        assertThat(ended.err()).contains("error: list of locked: ");
    }

    @Test
    void withoutAFileEveryVendorOfTheEnvironmentIsListed() {
        Map<String, String> datafold = Map.of(
                "DATAFOLD_API_KEY", sandbox.datafold().apiKey(),
                "DATAFOLD_HOST", sandbox.datafold().baseUrl());

        Command.Ended ended = Command.in(folder).with(datafold).run("list");

        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out().lines()).hasSize(4);
        assertThat(ended.out())
                .containsPattern("datafold +stock +.*42|datafold +stock .*43 .*yes")
                .contains("no: ");

        Command.Ended nobody = Command.in(folder).run("list");
        assertThat(nobody.code()).isEqualTo(2);
        assertThat(nobody.err()).contains("There is no client to list");
    }

    private Command command(Vendors vendors) {
        return Command.in(folder).with(vendors.environment()).with("WRONG_KEY", "another-key");
    }
}
