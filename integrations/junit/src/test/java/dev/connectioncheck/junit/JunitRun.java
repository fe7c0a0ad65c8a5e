package dev.connectioncheck.junit;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs a class of tests with the JUnit that is on the class path, and prints a line for each that ended. */
final class JunitRun {
    private JunitRun() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(arguments[0]))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                String parent = test.getUniqueId().replaceAll(".*\\[test-template:([^(\\]]*).*", "$1");
                out.println(parent + " | " + test.getDisplayName() + " | " + result.getStatus() + " | "
                        + result.getThrowable()
                                .map(thrown ->
                                        String.valueOf(thrown.getMessage()).replace('\n', ' '))
                                .orElse(""));
            }
        });
        System.exit(0);
    }
}
