package dev.connectioncheck.junit;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.ConnectionsFile;
import dev.connectioncheck.config.ExpandedConnections;
import dev.connectioncheck.config.NamedConnection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Reads the file, and makes a test of each connection. JUnit calls it. */
final class ConnectionsExtension implements TestTemplateInvocationContextProvider {
    private static final String RESOURCE = "classpath:";

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), ConnectionsSource.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        ConnectionsSource source = AnnotationSupport.findAnnotation(context.getTestMethod(), ConnectionsSource.class)
                .orElseThrow();
        Connections connections = read(source.value(), context.getRequiredTestClass());
        List<NamedConnection> meant = connections.connections().stream()
                .filter(connection -> isMeant(connection, List.of(source.tags())))
                .toList();
        ConnectionChecker checker = connections.checker().build();
        SharedChecker.keep(checker, context);
        ExpandedConnections expanded =
                connections.expand(meant, CheckOptions.defaults().timeout());
        List<TestTemplateInvocationContext> tests = tests(expanded, checker, source.undetermined());
        if (tests.isEmpty()) {
            throw new ExtensionConfigurationException("No connection of " + source.value()
                    + " is meant, so nothing was checked: give it connections, or other tags.");
        }
        return tests.stream();
    }

    private static boolean isMeant(NamedConnection connection, List<String> tags) {
        return tags.isEmpty() || !Collections.disjoint(tags, connection.tags());
    }

    private static List<TestTemplateInvocationContext> tests(
            ExpandedConnections expanded, ConnectionChecker checker, Undetermined undetermined) {
        List<TestTemplateInvocationContext> tests = new ArrayList<>();
        expanded.connections().forEach(connection -> tests.add(ConnectionTest.of(connection, checker, undetermined)));
        expanded.errors().forEach(error -> tests.add(ConnectionTest.unlisted(error, checker, undetermined)));
        return tests;
    }

    private static Connections read(String file, Class<?> testClass) {
        return file.startsWith(RESOURCE)
                ? ConnectionsFile.parse(file, resource(file.substring(RESOURCE.length()), testClass))
                : ConnectionsFile.read(Path.of(file));
    }

    private static String resource(String name, Class<?> testClass) {
        String absolute = name.startsWith("/") ? name : "/" + name;
        try (InputStream in = testClass.getResourceAsStream(absolute)) {
            if (in == null) {
                throw new ExtensionConfigurationException("There is no resource " + name + " on the class path.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
