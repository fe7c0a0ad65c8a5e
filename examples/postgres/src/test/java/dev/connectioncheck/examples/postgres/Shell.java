package dev.connectioncheck.examples.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Runs scripts as a user who is not root: PostgreSQL refuses to run as root.
 *
 * @param user whom to become; empty to stay who we are
 */
record Shell(Optional<String> user) {
    private static final List<String> OTHERS = List.of("postgres", "nobody", "daemon");

    /**
     * Finds somebody who can run a program.
     *
     * @param folder ours; given to whoever is found
     * @param program within it, to be tried with {@code --version}
     * @throws org.opentest4j.TestAbortedException if nobody can
     */
    static Shell thatRuns(Path folder, String program) throws IOException, InterruptedException {
        boolean root = Files.getAttribute(folder, "unix:uid").equals(0);
        List<Optional<String>> users = root ? OTHERS.stream().map(Optional::of).toList() : List.of(Optional.empty());
        for (Optional<String> user : users) {
            Shell shell = new Shell(user);
            if (shell.owns(folder) && shell.succeeds("'" + folder.resolve(program) + "' --version")) {
                return shell;
            }
        }
        return Assumptions.abort(
                root
                        ? "PostgreSQL refuses to run as root, and none of " + OTHERS + " can run it here."
                        : "PostgreSQL's binaries don't run on this machine.");
    }

    Process start(String script) throws IOException {
        return builder(script).redirectErrorStream(true).start();
    }

    private boolean succeeds(String script) throws InterruptedException {
        try {
            return builder(script)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false; // there is no such program here
        }
    }

    private ProcessBuilder builder(String script) {
        return new ProcessBuilder(user.map(name -> List.of("su", "-s", "/bin/sh", name, "-c", script))
                .orElse(List.of("/bin/sh", "-c", script)));
    }

    private boolean owns(Path folder) {
        if (user.isEmpty()) {
            return true;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            UserPrincipal owner =
                    folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(user.get());
            for (Path file : files.toList()) {
                Files.setAttribute(file, "posix:owner", owner, LinkOption.NOFOLLOW_LINKS);
            }
            return true;
        } catch (IOException | UncheckedIOException e) {
            return false; // there is no such user here
        }
    }
}
