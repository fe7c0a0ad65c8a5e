package dev.connectioncheck.config;

import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads configurations, as {@link ConnectionsFile} describes them. Not thread-safe; may be used again. */
public final class ConnectionsReader {
    private Function<String, @Nullable String> variables = System::getenv;
    private Optional<List<VendorModule>> modules = Optional.empty();
    private Consumer<? super Diagnostic> warnings = warning -> System.err.println("warning: " + warning);
    private BiFunction<String, Settings, Settings> change = (client, settings) -> settings;
    private final Map<String, VendorClient> given = new LinkedHashMap<>();
    private Optional<Node> beside = Optional.empty();
    private boolean unsetIsAWarning;
    private boolean allOfTheEnvironment;

    ConnectionsReader() {}

    /**
     * Sets where environment variables come from; the default is the environment of this process.
     *
     * @param variables returns a variable's value, or null if it is not set
     * @return this reader
     */
    public ConnectionsReader environment(Function<String, @Nullable String> variables) {
        this.variables = Objects.requireNonNull(variables, "variables");
        return this;
    }

    /**
     * Sets the vendors; the default is those whose module {@link java.util.ServiceLoader} finds.
     *
     * @param modules the vendors' modules; copied
     * @return this reader
     */
    public ConnectionsReader vendors(Collection<? extends VendorModule> modules) {
        this.modules = Optional.of(List.copyOf(modules));
        return this;
    }

    /**
     * Sets who hears of a warning, besides {@link Connections#warnings()}; the default prints it to the error output.
     *
     * @param warnings is told of each, once all is read; also if mistakes follow
     * @return this reader
     */
    public ConnectionsReader warnings(Consumer<? super Diagnostic> warnings) {
        this.warnings = Objects.requireNonNull(warnings, "warnings");
        return this;
    }

    /**
     * Gives every client an object that no text can stand for, such as your own {@code okhttp3.OkHttpClient}.
     *
     * @param type the type under which vendors' modules look for it
     * @param object the object
     * @param <O> its type
     * @return this reader
     */
    public <O> ConnectionsReader with(Class<O> type, O object) {
        return eachClient((client, settings) -> settings.with(type, object));
    }

    /**
     * Changes the settings of every client before it is made, such as to give each an HTTP client of its own; the
     * changes of several calls follow one another.
     *
     * @param more is given the client's name in {@code clients}, or the vendor's name for its unnamed one, with its
     *     settings, and returns the settings to use
     * @return this reader
     */
    public ConnectionsReader eachClient(BiFunction<String, Settings, Settings> more) {
        Objects.requireNonNull(more, "more");
        BiFunction<String, Settings, Settings> before = change;
        this.change = (client, settings) -> more.apply(client, before.apply(client, settings));
        return this;
    }

    /**
     * Uses a client that is there already as its vendor's unnamed one, where the default is to make it of a tree or the
     * environment.
     *
     * @param client the client; the last one of a vendor counts
     * @return this reader
     */
    public ConnectionsReader client(VendorClient client) {
        given.put(client.checks().vendor(), client);
        return this;
    }

    /**
     * Adds a tree of settings, as {@link #tree} reads it, to every file and text that is read: both are one
     * configuration, in which a connection of either may name a client of the other. A name that is in both is a
     * mistake.
     *
     * @param path what stands before the keys in messages, such as {@code connectioncheck}
     * @param tree texts, numbers, flags, lists and maps
     * @return this reader
     */
    public ConnectionsReader beside(String path, Map<String, ?> tree) {
        this.beside = Optional.of(TreeReader.read(path, tree));
        return this;
    }

    /**
     * Warns of environment variables that are not set, where the default is to refuse the configuration. Clients and
     * connections that need one are left out then.
     *
     * @return this reader
     */
    public ConnectionsReader allowUnsetVariables() {
        this.unsetIsAWarning = true;
        return this;
    }

    /**
     * Makes, besides the clients that are needed, an unnamed one of every vendor whose required environment variables
     * are all set, where the default is to make those alone that a connection needs.
     *
     * @return this reader
     */
    public ConnectionsReader clientsOfTheEnvironment() {
        this.allOfTheEnvironment = true;
        return this;
    }

    /**
     * Reads a file. The name after an {@code @} in it is relative to the file's own folder.
     *
     * @param file a file in UTF-8
     * @return its clients and connections; nothing was sent
     * @throws ConfigurationException if it can't be read; names every mistake
     * @throws IllegalStateException if two modules are for one vendor, or one uses a name that it must not
     */
    public Connections read(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file.toAbsolutePath());
        return parse(file.toString(), textOf(file), folder);
    }

    /**
     * Reads a text. The name after an {@code @} in it is relative to the working directory.
     *
     * @param name what to call it in messages, such as a file's name
     * @param text YAML or JSON
     * @return its clients and connections; nothing was sent
     * @throws ConfigurationException if it can't be read; names every mistake
     * @throws IllegalStateException if two modules are for one vendor, or one uses a name that it must not
     */
    public Connections parse(String name, String text) {
        return parse(name, text, Path.of("").toAbsolutePath());
    }

    /**
     * Reads a tree of settings that has the keys {@code clients} and {@code connections}, such as a framework's
     * properties. A vendor's name stands there beside them, for the keys of its unnamed client. Values are taken as
     * they are: nothing is put in the place of <code>${</code> or {@code @}.
     *
     * @param path what stands before the keys in messages, such as {@code connectioncheck}
     * @param tree texts, numbers, flags, lists and maps
     * @return its clients and connections; nothing was sent
     * @throws ConfigurationException if it can't be used; names every mistake
     * @throws IllegalStateException if two modules are for one vendor, or one uses a name that it must not
     */
    public Connections tree(String path, Map<String, ?> tree) {
        Diagnostics found = new Diagnostics();
        return document(found, Placeholders.NONE).read(Optional.of(TreeReader.read(path, tree)), Place.of(path));
    }

    private Connections parse(String name, String text, Path folder) {
        Diagnostics found = new Diagnostics();
        Placeholders ofFiles = new FilePlaceholders(variables, folder, unsetIsAWarning, found);
        DocumentReader document = document(found, Placeholders.inFilesAlone(ofFiles));
        return document.read(Merge.of(YamlReader.read(name, text, found), beside, found), new Place(name, 1, 1));
    }

    private DocumentReader document(Diagnostics found, Placeholders placeholders) {
        Vendors vendors = modules.map(Vendors::of).orElseGet(Vendors::found);
        EnvironmentClients environment = new EnvironmentClients(variables, change, unsetIsAWarning, found);
        given.forEach(environment::put);
        ClientReader clients = new ClientReader(vendors, change, placeholders, found);
        return new DocumentReader(vendors, clients, environment, allOfTheEnvironment, placeholders, found, warnings);
    }

    private static String textOf(Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (NoSuchFileException e) {
            throw unreadable(file, "The file does not exist.");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "The file is not in UTF-8.");
        } catch (IOException e) {
            throw unreadable(file, "The file can't be read: " + FilePlaceholders.whyNot(e) + ".");
        }
    }

    private static ConfigurationException unreadable(Path file, String why) {
        return new ConfigurationException(List.of(Diagnostic.of(Place.of(file.toString()), why)));
    }
}
