package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyVendor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether an error leaves no doubt that the vendor has not begun a check. */
class NotProcessedTest {
    @ParameterizedTest
    @CsvSource({
        "300, true",
        "401, true",
        "402, true",
        "403, true",
        "404, true",
        "409, true",
        "422, true",
        "425, true",
        "429, true",
        "408, false",
        "500, false",
        "502, false",
        "503, false",
        "504, false",
    })
    void aStatusSaysIt(int status, boolean notProcessed) {
        ToyVendor vendor = ToyVendor.saying(Reply.of(status, ""), Reply.of(status, ""), Reply.of(status, ""));

        assertThat(startedBy(vendor).wasNotProcessed()).isEqualTo(notProcessed);
    }

    @ParameterizedTest
    @CsvSource({"200", "202"})
    void anAnswerThatCannotBeReadDoesNot(int status) {
        assertThat(startedBy(ToyVendor.saying(Reply.of(status, "<html>"))).wasNotProcessed())
                .isFalse();
    }

    private static ConnectionCheckException startedBy(ToyVendor vendor) {
        return catchThrowableOfType(
                ConnectionCheckException.class, () -> vendor.checker().start(toy("t1")));
    }
}
