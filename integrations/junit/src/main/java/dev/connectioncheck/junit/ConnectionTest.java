package dev.connectioncheck.junit;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.config.NamedConnection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** The test of one connection, used once, by the thread that runs it. */
final class ConnectionTest implements TestTemplateInvocationContext, BeforeTestExecutionCallback, ParameterResolver {
    private final String name;
    private final ConnectionChecker checker;
    private final Supplier<CheckOutcome> check;
    private final Undetermined undetermined;
    private @Nullable CheckOutcome outcome;

    private ConnectionTest(
            String name, ConnectionChecker checker, Supplier<CheckOutcome> check, Undetermined undetermined) {
        this.name = name;
        this.checker = checker;
        this.check = check;
        this.undetermined = undetermined;
    }

    static ConnectionTest of(NamedConnection connection, ConnectionChecker checker, Undetermined undetermined) {
        Supplier<CheckOutcome> check = () -> connection.skipped().orElseGet(() -> check(connection, checker));
        return new ConnectionTest(connection.name(), checker, check, undetermined);
    }

    /** Makes a test of a client whose connections nobody could list. */
    static ConnectionTest unlisted(
            ConnectionCheckException error, ConnectionChecker checker, Undetermined undetermined) {
        String name = "list of " + error.account().orElse(error.vendor());
        return new ConnectionTest(
                name,
                checker,
                () -> {
                    throw error;
                },
                undetermined);
    }

    private static CheckOutcome check(NamedConnection connection, ConnectionChecker checker) {
        CheckTarget target = connection.target().orElseThrow();
        return CheckOutcome.of(checker.check(target, connection.options()));
    }

    @Override
    public String getDisplayName(int invocationIndex) {
        return name;
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        try {
            outcome = check.get();
        } catch (ConnectionCheckException e) {
            undetermined(e.getMessage(), e);
            return;
        }
        String said = name + ": " + outcome.status() + words(outcome);
        if (outcome.status() == CheckStatus.FAILED) {
            Assertions.fail(said);
        } else if (!outcome.passed()) {
            undetermined(said, null);
        }
    }

    private static String words(CheckOutcome outcome) {
        return outcome.result()
                .flatMap(CheckResult::message)
                .or(outcome::skipped)
                .map(words -> ", " + words)
                .orElse("");
    }

    /** Aborts or fails, with the whole story. */
    private void undetermined(@Nullable String message, @Nullable Throwable cause) {
        if (undetermined == Undetermined.FAILS) {
            Assertions.fail(message, cause);
        }
        Assumptions.abort(String.valueOf(message));
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return values().containsKey(parameter.getParameter().getType());
    }

    @Override
    public @Nullable Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return values().get(parameter.getParameter().getType());
    }

    private Map<Class<?>, Object> values() {
        if (outcome == null || outcome.result().isEmpty()) {
            return Map.of(ConnectionChecker.class, checker);
        }
        return Map.of(
                ConnectionChecker.class, checker,
                CheckTarget.class, outcome.target(),
                CheckResult.class, outcome.result().get());
    }
}
