package dev.connectioncheck.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.toy.Inside;
import dev.connectioncheck.toy.ManyRounds;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Tasks that may hang, of which there are never many. */
@ManyRounds
class FewTasksTest {
    private final List<Runnable> underWay = new ArrayList<>();
    private final FewTasks tasks = new FewTasks(underWay::add);

    @Test
    void theSixtyFourthIsTakenAndTheNextIsLeftOutUntilOneHasEnded() {
        for (int task = 1; task <= 65; task++) {
            tasks.execute(() -> {});
        }
        int atOnce = underWay.size();

        underWay.get(0).run();
        tasks.execute(() -> {});
        tasks.execute(() -> {});

        assertThat(atOnce).isEqualTo(64);
        assertThat(underWay).hasSize(65);
    }

    /** An executor that runs tasks at once throws what they throw: a place is given back once all the same. */
    @Test
    void aTaskThatThrowsMakesRoomForOneAndNotForTwo() {
        FewTasks atOnce = new FewTasks(Runnable::run);
        List<Integer> ran = new ArrayList<>();
        for (int task = 0; task < 65; task++) {
            int number = task;
            atOnce.execute(() -> {
                ran.add(number);
                throw new IllegalStateException("a memory of the user's");
            });
        }

        assertThat(ran).hasSize(65);
        assertThat(((Semaphore) Inside.of(atOnce, "free")).availablePermits()).isEqualTo(64);
    }

    /** An executor with threads of its own hears of it there. */
    @Test
    void aTaskThatThrowsElsewhereMakesRoomToo() {
        List<RuntimeException> thrown = new ArrayList<>();
        FewTasks elsewhere = new FewTasks(task -> {
            try {
                task.run();
            } catch (IllegalStateException its) {
                thrown.add(its);
            }
        });

        for (int task = 0; task < 65; task++) {
            elsewhere.execute(() -> {
                throw new IllegalStateException("a memory of the user's");
            });
        }

        assertThat(thrown).hasSize(65);
    }
}
