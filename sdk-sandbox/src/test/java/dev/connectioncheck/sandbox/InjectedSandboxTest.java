package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SandboxExtension.class)
class InjectedSandboxTest {
    @Test
    void aTestMayTakeTheSandboxAsAParameter(Sandbox sandbox) {
        assertThat(Caller.datafold(sandbox).get("/nothing").statusCode()).isEqualTo(404);
    }
}
