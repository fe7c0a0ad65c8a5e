package dev.connectioncheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Makes a test of each connection of a file.
 *
 * <p>Before the method is called, its connection is checked. If the vendor says that it does not work, the test fails
 * with the vendor's words; if nobody could find out, the test is aborted, or fails as well: see {@link #undetermined}.
 * The method is called for a connection that works, and may have parameters: {@link dev.connectioncheck.CheckResult},
 * {@link dev.connectioncheck.CheckTarget}, {@link dev.connectioncheck.ConnectionChecker}. Its body may be empty.
 *
 * <pre>{@code
 * @ConnectionsSource("connections.yaml")
 * void works() {}
 * }</pre>
 *
 * <p>Each check runs in its own test, so tests run side by side if JUnit is told to. Checks have the time-out of the
 * file, or five minutes. All tests of a method share one checker, which is closed after the last of them. An entry with
 * {@code all: true} makes a test of each connection that its client lists. A file with mistakes, or without a
 * connection that is meant, fails the method. Works with JUnit 5.12 and newer, and 6.
 */
@Documented
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith(ConnectionsExtension.class)
public @interface ConnectionsSource {
    /**
     * Names the file: a path, relative to the directory in which the tests run, or {@code classpath:} and the name of a
     * resource.
     *
     * @return the file of clients and connections, in YAML or JSON
     */
    String value();

    /**
     * Chooses connections by tag.
     *
     * @return the tags of which a connection must have one; all connections if it is empty
     */
    String[] tags() default {};

    /**
     * Says what becomes of a test whose connection neither works nor is broken, as far as anybody could find out.
     *
     * @return {@link Undetermined#ABORTS} if not given
     */
    Undetermined undetermined() default Undetermined.ABORTS;
}
