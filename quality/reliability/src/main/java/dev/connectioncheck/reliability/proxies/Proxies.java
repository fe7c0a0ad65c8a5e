package dev.connectioncheck.reliability.proxies;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs checks of all vendors through nginx and haproxy, with TLS and HTTP/2, while these are reloaded, lose the vendor,
 * or limit what they let through; prints a table, and ends with status 1 if a promise was broken.
 *
 * <p>A proxy that is not installed is skipped, and the table says so. Argument: a directory for configurations.
 */
final class Proxies {
    /** OkHttp's logger is held, since the JDK forgets the level of one that nobody holds; its stand-in complains. */
    private static final Logger SERVER = Logger.getLogger("mockwebserver3.MockWebServer");

    private Proxies() {}

    public static void main(String[] arguments) throws Exception {
        SERVER.setLevel(Level.OFF);
        boolean kept = run(Path.of(arguments[0]), List.of(new Nginx(), new Haproxy()), System.out);
        System.exit(kept ? 0 : 1);
    }

    /** Runs every scenario through every proxy that is there, and tells whether every promise was kept. */
    static boolean run(Path directory, List<Proxy> proxies, PrintStream out) throws IOException, InterruptedException {
        boolean kept = true;
        out.println(Row.HEAD);
        for (Proxy proxy : proxies) {
            Optional<Path> program = proxy.program();
            if (program.isEmpty()) {
                out.println(Row.skipped(proxy.name()));
                continue;
            }
            for (Scenario scenario : Scenario.values()) {
                Row row = Journey.of(proxy, program.get(), scenario, directory).play();
                out.println(row);
                kept &= row.isKept();
            }
        }
        return kept;
    }
}
