package dev.connectioncheck.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The class path hides what a module forgets to require or to use; a layer of modules does not. */
class ModulePathTest {
    private static final String MODULE = "dev.connectioncheck.config";
    private static final String NEEDED =
            ".*(classes|sdk-.*|okhttp-jvm-.*|okio-jvm-.*|kotlin-stdlib-.*|jackson-(core|databind|annotations)-.*|slf4j-api-.*|snakeyaml-engine-.*)";

    @TempDir
    private Path folder;

    @Test
    void asAModuleItReadsYamlAndFindsTheVendors() throws Exception {
        java.nio.file.Files.writeString(folder.resolve("key"), "k");
        java.nio.file.Files.writeString(folder.resolve("connections.yaml"), """
                clients:
                  eu: { vendor: datafold, api-key: "@key" }
                  us: { vendor: artie, api-key: "@key" }
                connections:
                  warehouse: { client: eu, data-source: 42 }
                """);
        ClassLoader loader = layer().findLoader(MODULE);
        Class<?> file = loader.loadClass(ConnectionsFile.class.getName());

        assertThat(file.getModule().getName()).isEqualTo(MODULE);
        assertThat(read(file, loader)).hasToString("Connections[warehouse]");
    }

    private Object read(Class<?> file, ClassLoader loader) throws ReflectiveOperationException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return file.getMethod("read", Path.class).invoke(null, folder.resolve("connections.yaml"));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ModuleLayer layer() {
        Path[] needed = Arrays.stream(
                        System.getProperty("java.class.path").split(System.getProperty("path.separator"), -1))
                .filter(entry -> entry.matches(NEEDED) && !entry.contains("test-classes"))
                .map(Path::of)
                .toArray(Path[]::new);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration modules =
                boot.configuration().resolveAndBind(ModuleFinder.of(needed), ModuleFinder.of(), Set.of(MODULE));
        return boot.defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader());
    }
}
