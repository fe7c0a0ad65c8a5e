package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import org.junit.jupiter.api.Test;

class SafeCauseTest {
    @Test
    void aCauseKeepsItsClassesAndItsStackButNoSecret() {
        Secrets secrets = new Secrets();
        secrets.addKey("the-api-key");
        Exception inner = new IllegalStateException("sent the-api-key");
        Exception outer = new RuntimeException("outer", inner);

        SafeCause safe = SafeCause.of(outer, secrets);

        assertThat(safe).hasMessage("java.lang.RuntimeException: outer");
        assertThat(safe.getCause()).hasMessage("java.lang.IllegalStateException: sent ***");
        assertThat(safe.getStackTrace()).isEqualTo(outer.getStackTrace());
        assertThat(SafeCause.withoutMessages(outer)).hasMessage("java.lang.RuntimeException");
        assertThat(SafeCause.withoutMessages(outer).getCause()).hasMessage("java.lang.IllegalStateException");
    }

    @Test
    void aCauseThatIsItsOwnCauseIsCutOff() {
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);

        assertThat(SafeCause.withoutMessages(one)).hasStackTraceContaining("java.lang.Exception");
    }

    @Test
    void aStackTracePrintsItAsTheExceptionItStandsFor() {
        Secrets secrets = new Secrets();
        secrets.addKey("the-api-key");

        SafeCause safe = SafeCause.of(new ConnectException("no the-api-key"), secrets);

        assertThat(safe).hasToString("java.net.ConnectException: no ***");
        assertThat(SafeCause.withoutMessages(new ConnectException("x"))).hasToString("java.net.ConnectException");
        assertThat(safe).hasStackTraceContaining("java.net.ConnectException: no ***");
    }

    /** OkHttp tries one address after the other, and suppresses what became of all but one. */
    @Test
    void whatWasSuppressedIsKeptAndCleanedToo() {
        Secrets secrets = new Secrets();
        secrets.addKey("the-api-key");
        IOException last = new IOException("last");
        last.addSuppressed(new ConnectException("first, with the-api-key"));

        assertThat(SafeCause.of(last, secrets).getSuppressed())
                .singleElement()
                .hasToString("java.net.ConnectException: first, with ***");
    }

    @Test
    void exceptionsThatSuppressEachOtherEndSomewhere() {
        Exception one = new Exception("one");
        for (int i = 0; i < 30; i++) {
            Exception other = new Exception("other", one);
            other.addSuppressed(one);
            one.addSuppressed(other);
        }

        assertThat(count(SafeCause.withoutMessages(one))).isEqualTo(16);
    }

    private static int count(Throwable thrown) {
        int count = thrown.getCause() == null ? 1 : 1 + count(thrown.getCause());
        for (Throwable suppressed : thrown.getSuppressed()) {
            count += count(suppressed);
        }
        return count;
    }
}
