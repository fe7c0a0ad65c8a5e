package dev.connectioncheck.config;

import java.nio.file.Path;

/**
 * Reads a file of clients and connections, in YAML or JSON.
 *
 * <p>Any value may be <code>${NAME}</code> or <code>${NAME:-default}</code>, an environment variable, or as a whole
 * {@code "@file"}, the text of a file; <code>$${</code> and {@code @@} stand for themselves. A variable without text
 * counts as one that is not set. A client that is not in {@code clients} comes from its vendor's environment variables.
 * A JSON Schema for editors is the resource {@code META-INF/connection-check/connections.schema.json}.
 */
public final class ConnectionsFile {
    private ConnectionsFile() {}

    /**
     * Reads a file, with the environment of this process and the vendors' modules that are there. Warnings go to the
     * error output too.
     *
     * @param file a file in UTF-8
     * @return its clients and connections; nothing was sent
     * @throws ConfigurationException if it can't be read; names every mistake
     */
    public static Connections read(Path file) {
        return reader().read(file);
    }

    /**
     * Reads a text, with the environment of this process and the vendors' modules that are there. Warnings go to the
     * error output too.
     *
     * @param name what to call it in messages, such as a file's name
     * @param text YAML or JSON
     * @return its clients and connections; nothing was sent
     * @throws ConfigurationException if it can't be read; names every mistake
     */
    public static Connections parse(String name, String text) {
        return reader().parse(name, text);
    }

    /**
     * Starts a reader with another environment, other vendors, or another way to warn.
     *
     * @return a new reader
     */
    public static ConnectionsReader reader() {
        return new ConnectionsReader();
    }
}
