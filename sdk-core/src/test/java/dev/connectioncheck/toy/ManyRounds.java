package dev.connectioncheck.toy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassTemplate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContext;
import org.junit.jupiter.api.extension.ClassTemplateInvocationContextProvider;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Marks tests of what threads do to each other. With {@code -Dgroups=concurrency -Dconcurrency.rounds=200} they, and no
 * others, run so often, beside threads that keep all cores busy: none may fail for being slow or unlucky.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ClassTemplate
@Tag("concurrency")
@ExtendWith(ManyRounds.Rounds.class)
public @interface ManyRounds {
    /** Runs a class so often. */
    final class Rounds implements ClassTemplateInvocationContextProvider {
        private static final int ROUNDS = Integer.getInteger("concurrency.rounds", 1);

        static {
            IntStream.range(0, Integer.getInteger("concurrency.load", 0)).forEach(number -> keepBusy());
        }

        private static void keepBusy() {
            Thread thread = new Thread(() -> {
                while (true) {
                    Thread.onSpinWait();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        @Override
        public boolean supportsClassTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<? extends ClassTemplateInvocationContext> provideClassTemplateInvocationContexts(
                ExtensionContext context) {
            return IntStream.range(0, ROUNDS).mapToObj(round -> new ClassTemplateInvocationContext() {});
        }
    }
}
