package dev.connectioncheck.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void whatIsNotShownGoesAndLinesStay() {
        assertThat(Plain.lines("a\u0000b\u001b[1m\r\nc\u2028d\ud800e\uffff\u202ef\u0085g"))
                .isEqualTo("ab[1m\n\nc\ndef\ng");
    }

    @Test
    void aLineHasNoBreaks() {
        assertThat(Plain.line(" a\r\n\tb  c\u2029d ")).isEqualTo("a b c d");
    }

    @Test
    void otherScriptsAndPicturesStay() {
        assertThat(Plain.line("дом 数据库 👍 é")).isEqualTo("дом 数据库 👍 é");
    }
}
