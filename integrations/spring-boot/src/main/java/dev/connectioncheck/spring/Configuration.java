package dev.connectioncheck.spring;

import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.ConnectionsFile;
import dev.connectioncheck.config.ConnectionsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ResourceUtils;

/** Reads clients and connections of the properties, and of the file that they name. Sends nothing. */
final class Configuration {
    private static final String FILE = PropertyTree.ROOT + ".config";

    private final Environment environment;
    private final ResourceLoader resources;
    private final VendorModules modules;
    private final PropertyTree tree;

    Configuration(Environment environment, ResourceLoader resources, ClassLoader loader) {
        this.environment = environment;
        this.resources = resources;
        this.modules = VendorModules.in(loader);
        this.tree = PropertyTree.read(environment, modules);
    }

    VendorModules modules() {
        return modules;
    }

    PropertyTree tree() {
        return tree;
    }

    /** Starts a reader; environment variables may be any property of that name. */
    ConnectionsReader reader() {
        return ConnectionsFile.reader().vendors(modules.all()).environment(environment::getProperty);
    }

    /** Reads everything; a file's {@code @} is relative to its folder, one of the class path has none. */
    Connections read(ConnectionsReader reader) {
        Optional<String> file =
                Optional.ofNullable(environment.getProperty(FILE)).filter(name -> !name.isBlank());
        if (file.isEmpty()) {
            return reader.tree(PropertyTree.ROOT, tree.tree());
        }
        reader.beside(PropertyTree.ROOT, tree.tree());
        return ResourceUtils.isUrl(file.get()) ? readResource(reader, file.get()) : reader.read(Path.of(file.get()));
    }

    private Connections readResource(ConnectionsReader reader, String location) {
        Resource resource = resources.getResource(location);
        try {
            return location.startsWith(ResourceUtils.FILE_URL_PREFIX)
                    ? reader.read(resource.getFile().toPath())
                    : reader.parse(location, resource.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + ": " + location + " can't be read.", e);
        }
    }
}
