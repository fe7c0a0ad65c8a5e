package dev.connectioncheck.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {
    @Test
    void columnsAreAsWideAsTheirWidestCellAlsoInChinese() {
        assertThat(table(Screen.NONE)).isEqualTo("""
                STATUS  CONNECTION              MESSAGE
                PASSED  数据库
                FAILED  the orders of everyone  permission denied for table orders
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {80, 56, 40, 39, 20, 10})
    void noLineIsWiderThanTheTerminal(int columns) {
        assertThat(table(new Screen(columns, false, "…")).lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(Width.of(line)).isLessThanOrEqualTo(columns));
    }

    @Test
    void messagesAreCutBeforeNames() {
        assertThat(table(new Screen(50, false, "…"))).contains("the orders of everyone  permission denied…");
        assertThat(table(new Screen(30, false, "..."))).contains("the order...  permi...");
    }

    @Test
    void coloursTakeNoColumns() {
        assertThat(table(new Screen(50, true, "…")).lines().skip(1))
                .satisfiesExactly(
                        line -> assertThat(line).isEqualTo("\u001b[32mPASSED\u001b[0m  数据库"),
                        line -> assertThat(line).startsWith("\u001b[31mFAILED\u001b[0m  the orders of everyone  perm"));
    }

    private static String table(Screen screen) {
        Table table = new Table(screen, "STATUS", "CONNECTION", "MESSAGE");
        table.add("PASSED", "数据库", "");
        table.add("FAILED", "the orders of everyone", "permission denied\nfor table orders");
        return table.write();
    }
}
