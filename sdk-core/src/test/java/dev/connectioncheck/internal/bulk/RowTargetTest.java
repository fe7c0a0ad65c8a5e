package dev.connectioncheck.internal.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Connection;
import org.junit.jupiter.api.Test;

/** The row of an inventory that can't be checked, in the outcome that says so. */
class RowTargetTest {
    private static Connection row(String id) {
        return Connection.builder("toy", "box", id)
                .name("orders")
                .type("wood")
                .notCheckable("It is paused.")
                .build();
    }

    @Test
    void itSaysWhoItIsAsItsRowDoes() {
        RowTarget target = new RowTarget(row("b1").at("eu"));

        assertThat(target.vendor()).isEqualTo("toy");
        assertThat(target.kind()).isEqualTo("box");
        assertThat(target.id()).contains("b1");
        assertThat(target.name()).contains("orders");
        assertThat(target.account()).contains("eu");
        assertThat(target).hasToString(row("b1").at("eu").toString());
    }

    @Test
    void itIsEqualToThatOfAnEqualRow() {
        RowTarget target = new RowTarget(row("b1"));

        assertThat(target)
                .isEqualTo(new RowTarget(row("b1")))
                .hasSameHashCodeAs(new RowTarget(row("b1")))
                .isNotEqualTo(new RowTarget(row("b2")))
                .isNotEqualTo(row("b1"));
        assertThat(target.hashCode()).isEqualTo(row("b1").hashCode());
    }

    @Test
    void aRowWithoutANameHasNone() {
        Connection nameless = Connection.builder("toy", "box", "b1")
                .name(" ")
                .type("wood")
                .notCheckable("It is paused.")
                .build();

        assertThat(new RowTarget(nameless).name()).isEmpty();
        assertThat(new RowTarget(nameless).account()).isEmpty();
    }
}
