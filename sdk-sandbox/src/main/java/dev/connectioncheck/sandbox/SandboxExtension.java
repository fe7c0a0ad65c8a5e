package dev.connectioncheck.sandbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Runs a {@link Sandbox} around JUnit tests.
 *
 * <p>In a static field it lasts as long as the test class, in an instance field as long as each test; registered with
 * {@code @ExtendWith}, as long as the class. Test methods may take the {@link Sandbox} as a parameter.
 *
 * <p>Safe for use by several threads: its own lock guards the sandbox and the count of those that use it.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final SandboxExtension sandbox = new SandboxExtension();
 * }</pre>
 */
public final class SandboxExtension
        implements BeforeAllCallback, AfterAllCallback, BeforeEachCallback, AfterEachCallback, ParameterResolver {
    private final Sandbox.Builder builder;
    private @Nullable Sandbox sandbox;
    private int users;

    /** Prepares a sandbox with the defaults. */
    public SandboxExtension() {
        this(Sandbox.builder());
    }

    /**
     * Prepares a sandbox with settings of its own.
     *
     * @param builder asked for a new sandbox whenever one is to start
     */
    public SandboxExtension(Sandbox.Builder builder) {
        this.builder = Objects.requireNonNull(builder, "builder");
    }

    /**
     * Gives the running sandbox.
     *
     * @return the sandbox
     * @throws IllegalStateException if no test runs
     */
    public synchronized Sandbox sandbox() {
        if (sandbox == null) {
            throw new IllegalStateException(
                    "The sandbox runs only while JUnit runs the tests that it is registered for.");
        }
        return sandbox;
    }

    /**
     * Gives the stand-in for AI Squared.
     *
     * @return as {@link Sandbox#squared}
     */
    public SquaredSandbox squared() {
        return sandbox().squared();
    }

    /**
     * Gives the stand-in for Unstructured.
     *
     * @return as {@link Sandbox#unstructured}
     */
    public UnstructuredSandbox unstructured() {
        return sandbox().unstructured();
    }

    /**
     * Gives the stand-in for Datafold.
     *
     * @return as {@link Sandbox#datafold}
     */
    public DatafoldSandbox datafold() {
        return sandbox().datafold();
    }

    /**
     * Gives the stand-in for Artie.
     *
     * @return as {@link Sandbox#artie}
     */
    public ArtieSandbox artie() {
        return sandbox().artie();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        enter();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        enter();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        leave();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        leave();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Sandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return sandbox();
    }

    /** Counts, because JUnit calls us for nested classes and single tests too, and only the outermost may close. */
    private synchronized void enter() {
        if (sandbox == null) {
            sandbox = builder.build();
        }
        users++;
    }

    private synchronized void leave() {
        users--;
        if (users == 0 && sandbox != null) {
            sandbox.close();
            sandbox = null;
        }
    }
}
