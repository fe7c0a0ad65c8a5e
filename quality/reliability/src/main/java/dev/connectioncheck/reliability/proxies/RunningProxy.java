package dev.connectioncheck.reliability.proxies;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A proxy's process, and those that it has made. Closing it ends them all. */
final class RunningProxy implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 20;

    private final Proxy proxy;
    private final Setting setting;
    private final Process process;

    private RunningProxy(Proxy proxy, Setting setting, Process process) {
        this.proxy = proxy;
        this.setting = setting;
        this.process = process;
    }

    static RunningProxy start(Proxy proxy, Path program, Setting setting) throws IOException, InterruptedException {
        write(proxy, setting);
        Process process = new ProcessBuilder(proxy.command(program, setting.directory()))
                .directory(setting.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(setting.directory().resolve("proxy.log").toFile())
                .start();
        RunningProxy running = new RunningProxy(proxy, setting, process);
        try {
            running.awaitListening();
            return running;
        } catch (IOException | InterruptedException | RuntimeException e) {
            running.close();
            throw e;
        }
    }

    private static void write(Proxy proxy, Setting setting) throws IOException {
        Files.writeString(setting.directory().resolve(Proxy.CONFIGURATION), proxy.configuration(setting));
    }

    /** Makes it read another configuration, as an operator does: what is under way may end. */
    void reload(Setting.Manners manners) throws IOException, InterruptedException {
        write(proxy, setting.with(manners));
        List<String> command = List.of("kill", "-" + proxy.reloadSignal(), Long.toString(process.pid()));
        int status = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (status != 0) {
            throw new IOException(command + " ended with status " + status);
        }
    }

    private void awaitListening() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        for (Setting.Route route : setting.routes()) {
            while (!isListening(route.from())) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException(proxy.name() + " does not start; see " + setting.directory());
                }
                Thread.sleep(LOOK_MILLIS);
            }
        }
    }

    private static boolean isListening(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> made = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        made.forEach(ProcessHandle::destroyForcibly);
    }
}
