package com.example.boot;

import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldSandbox;
import dev.connectioncheck.sandbox.Sandbox;
import java.time.Duration;
import java.util.Map;

/** Stands in for an account at Datafold, in this process, with the data sources 42, 43 and 44. */
final class SandboxAccount {
    private SandboxAccount() {}

    /** Starts the account, and returns the variables that lead to it. */
    static Map<String, Object> properties() {
        DatafoldSandbox datafold = Sandbox.start().datafold();
        datafold.dataSource(Behavior.passes());
        datafold.dataSource(Behavior.passes().after(Duration.ofSeconds(1)));
        datafold.dataSource(Behavior.fails("Role REPORTER may not use warehouse WH"));
        return Map.of("DATAFOLD_API_KEY", datafold.apiKey(), "DATAFOLD_HOST", datafold.baseUrl());
    }
}
