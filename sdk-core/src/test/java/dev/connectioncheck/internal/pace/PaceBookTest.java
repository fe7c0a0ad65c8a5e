package dev.connectioncheck.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.PaceMemory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where what is remembered is kept, under which keys, and that no trouble with it comes out. */
class PaceBookTest {
    private static final Ending TEN_SECONDS = new Ending(9_900_000_000L, 10_100_000_000L);

    private final Map<String, String> kept = new HashMap<>();
    private final PaceMemory memory = new PaceMemory() {
        @Override
        public Optional<String> recall(String key) {
            return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void remember(String key, String pace) {
            kept.put(key, pace);
        }
    };

    @Test
    void aConnectionIsRememberedByVendorAccountKindAndIdAlone() {
        PaceBook book = PaceBook.in(memory, Runnable::run);

        book.learn(target("source", "42"), null, TEN_SECONDS);
        book.learn(target("source", "42").named("orders"), "eu", TEN_SECONDS);
        book.learn(target("a/b", "50%/x"), "e/u", TEN_SECONDS);

        assertThat(kept)
                .containsOnlyKeys(
                        "acme//source",
                        "acme//source/42",
                        "acme/eu/source",
                        "acme/eu/source/42",
                        "acme/e%2Fu/a%2Fb",
                        "acme/e%2Fu/a%2Fb/50%25%2Fx");
    }

    @Test
    void aTargetWithoutAnIdIsRememberedAsItsKind() {
        PaceBook book = PaceBook.in(memory, Runnable::run);
        for (int check = 0; check < 8; check++) {
            book.learn(target("source", null), null, TEN_SECONDS);
        }

        assertThat(kept).containsOnlyKeys("acme//source");
        assertThat(expected(book, target("source", null))).isNotNull();
        assertThat(expected(book, target("source", "new"))).isNotNull();
        assertThat(expected(book, target("destination", null))).isNull();
    }

    @Test
    void whatIsKeptBeyondThisProcessIsRecalledInAnother() {
        PaceBook.in(memory, Runnable::run).learn(target("source", "42"), null, TEN_SECONDS);

        assertThat(expected(PaceBook.in(memory, Runnable::run), target("source", "42")))
                .isNotNull();
    }

    @Test
    void whatWasNotNeededForLongestIsForgotten() {
        PaceBook book = PaceBook.inMemory(3); // two connections and their kind
        book.learn(target("source", "1"), null, TEN_SECONDS);
        book.learn(target("source", "2"), null, TEN_SECONDS);
        assertThat(expected(book, target("source", "1"))).isNotNull();

        book.learn(target("source", "3"), null, TEN_SECONDS);

        assertThat(expected(book, target("source", "1"))).isNotNull();
        assertThat(expected(book, target("source", "2"))).isNull();
        assertThat(expected(book, target("source", "3"))).isNotNull();
    }

    @Test
    void aBookOfNoneRemembersNothing() {
        PaceBook book = PaceBook.inMemory(0);

        book.learn(target("source", "1"), null, TEN_SECONDS);

        assertThat(book.isClosed()).isTrue();
        assertThat(expected(book, target("source", "1"))).isNull();
    }

    @Test
    void aMemoryThatThrowsOrReturnsAnythingIsDoneWithout() {
        PaceBook throwing = PaceBook.in(new Failing(), Runnable::run);
        throwing.learn(target("source", "1"), null, TEN_SECONDS);
        kept.put("acme//source/1", "nonsense");

        assertThat(expected(throwing, target("source", "1"))).isNull();
        assertThat(expected(PaceBook.in(memory, Runnable::run), target("source", "1")))
                .isNull();
    }

    @Test
    void aTargetThatThrowsIsDoneWithout() {
        PaceBook book = PaceBook.inMemory(10);
        CheckTarget throwing = () -> {
            throw new IllegalStateException("no vendor");
        };

        book.learn(throwing, null, TEN_SECONDS);

        assertThat(expected(book, throwing)).isNull();
    }

    @Test
    void aMemoryThatHangsIsAskedNoMoreUntilItReturns() {
        List<Runnable> hanging = new ArrayList<>();
        PaceBook book = PaceBook.in(memory, hanging::add);
        for (int check = 0; check < 1_000; check++) {
            book.learn(target("source", "1"), null, TEN_SECONDS);
        }
        assertThat(hanging).hasSize(FewTasks.MOST);
        assertThat(kept).isEmpty();

        hanging.get(0).run();
        book.learn(target("source", "1"), null, TEN_SECONDS);

        assertThat(hanging).hasSize(FewTasks.MOST + 1);
        assertThat(kept).isNotEmpty();
    }

    @Test
    void anExecutorThatRefusesIsDoneWithoutAndAskedAgain() {
        List<Runnable> refused = new ArrayList<>();
        PaceBook book = PaceBook.in(memory, task -> {
            refused.add(task);
            throw new RejectedExecutionException("full");
        });

        for (int check = 0; check < 1_000; check++) {
            book.learn(target("source", "1"), null, TEN_SECONDS);
        }

        assertThat(refused).hasSize(1_000);
    }

    private static @Nullable Expectation expected(PaceBook book, CheckTarget target) {
        List<Expectation> told = new ArrayList<>();
        book.expect(target, null, told::add);
        return told.isEmpty() ? null : told.get(0);
    }

    private static CheckTarget target(String kind, @Nullable String id) {
        return new CheckTarget() {
            @Override
            public String vendor() {
                return "acme";
            }

            @Override
            public String kind() {
                return kind;
            }

            @Override
            public Optional<String> id() {
                return Optional.ofNullable(id);
            }
        };
    }

    private static final class Failing implements PaceMemory {
        @Override
        public Optional<String> recall(String key) {
            throw new IllegalStateException("no table");
        }

        @Override
        public void remember(String key, String pace) {
            throw new AssertionError("no table");
        }
    }
}
