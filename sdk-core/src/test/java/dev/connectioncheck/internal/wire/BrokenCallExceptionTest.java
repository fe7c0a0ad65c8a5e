package dev.connectioncheck.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What becomes of a throwable that OkHttp does not expect. */
class BrokenCallExceptionTest {
    @Test
    void anInterruptThatIsWrappedStaysKnownToItsThread() {
        InterruptedException interrupt = new InterruptedException();

        assertThat(BrokenCallException.of(interrupt)).hasCause(interrupt);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void anythingElseInterruptsNobody() {
        assertThat(BrokenCallException.of(new OutOfMemoryError("full")))
                .hasMessage("An interceptor or the HTTP client threw java.lang.OutOfMemoryError");

        assertThat(Thread.interrupted()).isFalse();
    }
}
