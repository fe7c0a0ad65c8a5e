package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks that follow each other over one connection. */
@Timeout(60)
class SharedConnectionTest {
    @Test
    void whatFollowsAnAnswerThatIsNotUnderstoodIsNotTakenForTheNextAnswer() {
        String body = "{\"connection_status\":{\"status\":\"succeeded\"}}";
        String next = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
        Fault surplus = Fault.contentLengthTooShort().body("application/json", "[".repeat(next.length()) + next);
        try (Bench bench = Bench.of(Vendors.squared());
                ConnectionChecker checker = bench.checker()) {
            CheckTarget struck = bench.target(Behavior.passes().at(Phase.START, surplus));
            CheckTarget broken = bench.target(Behavior.fails("no route to host"));
            assertThatThrownBy(() -> checker.check(struck)).isInstanceOf(UnexpectedResponseException.class);
            assertThat(checker.check(broken).verdict()).isEqualTo(Verdict.FAILED);
        }
    }
}
