package dev.connectioncheck.junit;

import dev.connectioncheck.ConnectionChecker;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Closes the checker of a method once all of its tests are done, side by side or not. */
@SuppressWarnings("deprecation") // JUnit 5.12 knows the first alone, 6 prefers the second
record SharedChecker(ConnectionChecker checker) implements ExtensionContext.Store.CloseableResource, AutoCloseable {
    private static final ExtensionContext.Namespace NAMESPACE = ExtensionContext.Namespace.create(SharedChecker.class);

    /** Lets a checker live as long as the method's tests. */
    static void keep(ConnectionChecker checker, ExtensionContext method) {
        method.getStore(NAMESPACE).put(SharedChecker.class, new SharedChecker(checker));
    }

    @Override
    public void close() {
        checker.close();
    }
}
