package dev.connectioncheck.examples;

import java.io.Console;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells whether lines on the screen can be rewritten. */
final class Screen {
    private Screen() {}

    static boolean isTerminal() {
        return isInteractive(System.console()) && understandsEscapes(System.getenv("TERM"));
    }

    static boolean understandsEscapes(@Nullable String term) {
        return term != null && !term.isBlank() && !term.equals("dumb");
    }

    /** From JDK 22 on there may be a console without a terminal, and a method, unknown to 17, that says so. */
    private static boolean isInteractive(@Nullable Console console) {
        return console != null && saysTerminal(console).orElse(true);
    }

    private static Optional<Boolean> saysTerminal(Console console) {
        try {
            Method isTerminal = Console.class.getMethod("isTerminal");
            return Optional.of((Boolean) isTerminal.invoke(console));
        } catch (ReflectiveOperationException e) {
            return Optional.empty();
        }
    }
}
