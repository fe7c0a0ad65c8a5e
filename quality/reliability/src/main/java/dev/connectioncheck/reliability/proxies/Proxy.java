package dev.connectioncheck.reliability.proxies;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A program that stands between clients and a vendor. */
interface Proxy {
    String CONFIGURATION = "proxy.conf";

    /** Its name, which is that of the program and of the Debian package. */
    String name();

    /** Writes a configuration. */
    String configuration(Setting setting);

    /** The command that runs it in the foreground, with {@link #CONFIGURATION} of a directory. */
    List<String> command(Path program, Path directory);

    /** The signal at which it reads its configuration again, and lets end what is under way. */
    String reloadSignal();

    /** Finds the program where programs are; empty if it is not installed. */
    default Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Stream.of(path.split(File.pathSeparator, -1)), Stream.of("/usr/sbin", "/usr/local/sbin"))
                .filter(directory -> !directory.isEmpty())
                .map(directory -> Path.of(directory, name()))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
