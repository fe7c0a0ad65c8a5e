package dev.connectioncheck.config;

import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorModule;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads configurations, as {@link ConnectionsFile} describes them. Not thread-safe; may be used again. */
public final class ConnectionsReader {
    private Function<String, @Nullable String> variables = System::getenv;
    private Optional<List<VendorModule>> modules = Optional.empty();
    private Consumer<? super Diagnostic> warnings = warning -> System.err.println("warning: " + warning);
    private UnaryOperator<Settings> objects = UnaryOperator.identity();
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
        UnaryOperator<Settings> before = objects;
        this.objects = settings -> before.apply(settings).with(type, object);
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
     * properties. Its values are taken as they are: nothing is put in the place of <code>${</code> or {@code @}.
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
        DocumentReader document = document(found, new FilePlaceholders(variables, folder, unsetIsAWarning, found));
        return document.read(YamlReader.read(name, text, found), new Place(name, 1, 1));
    }

    private DocumentReader document(Diagnostics found, Placeholders placeholders) {
        Vendors vendors = modules.map(Vendors::of).orElseGet(Vendors::found);
        EnvironmentClients environment = new EnvironmentClients(variables, objects, unsetIsAWarning, found);
        ClientReader clients = new ClientReader(vendors, objects, placeholders, found);
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
