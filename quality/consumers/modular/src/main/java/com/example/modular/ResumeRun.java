package com.example.modular;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.datafold.DatafoldClient;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Waits for a check that another process has started: all it knows is the token, an address and a key. */
final class ResumeRun {
    private ResumeRun() {}

    public static void main(String[] args) {
        DatafoldClient client =
                DatafoldClient.builder().apiKey(args[2]).baseUrl(args[1]).build();
        try (ConnectionChecker checker =
                ConnectionChecker.builder().client("us", client).build()) {
            System.exit(checker.resume(args[0]).await().passed() ? 0 : 1);
        }
    }

    /** Starts this program in a process of its own, and returns its exit status. */
    static int inAnotherProcess(String token, String url, String key) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--module-path",
                        System.getProperty("jdk.module.path"),
                        "--module",
                        "com.example.modular/" + ResumeRun.class.getName(),
                        token,
                        url,
                        key)
                .inheritIO()
                .start();
        if (!process.waitFor(1, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("The other process does not end.");
        }
        return process.exitValue();
    }
}
