package dev.connectioncheck.examples.postgres;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** A {@link Worker} in a process of its own, which can be killed; it ends with this process at the latest. */
final class WorkerProcess {
    private final Process process;

    private WorkerProcess(Process process) {
        this.process = process;
    }

    static WorkerProcess start(String jdbcUrl, Vendor vendor) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerProcess.class.getName()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/workers.log")));
        builder.environment().put("JDBC_URL", jdbcUrl);
        builder.environment().put("DATAFOLD_API_KEY", vendor.key());
        builder.environment().put("DATAFOLD_HOST", vendor.url());
        return new WorkerProcess(builder.start());
    }

    /** Begins the names that this process has in the tables. */
    String name() {
        return process.pid() + "-";
    }

    /** Ends it as {@code kill -9} does: it has no last word. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Runs the example's own main, and ends it once nobody holds the other end of its input. */
    public static void main(String[] arguments) throws InterruptedException {
        Thread watch = new Thread(WorkerProcess::haltAtEndOfInput, "end of input");
        watch.setDaemon(true);
        watch.start();
        Worker.main(arguments);
    }

    private static void haltAtEndOfInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // it has ended, too
        }
        Runtime.getRuntime().halt(1);
    }
}
