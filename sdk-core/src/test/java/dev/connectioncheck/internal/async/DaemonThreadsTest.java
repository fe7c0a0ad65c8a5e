package dev.connectioncheck.internal.async;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.ref.WeakReference;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What our threads have of whoever happens to need one first: nothing. */
@Timeout(60)
class DaemonThreadsTest {
    private final CountDownLatch ended = new CountDownLatch(1);
    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();

    @AfterEach
    void restore() {
        ended.countDown();
        Thread.currentThread().setContextClassLoader(loader);
    }

    /** Where a task may run. */
    enum Place {
        THREAD {
            @Override
            void run(Runnable task) {
                DaemonThreads.thread("connection-check test", task).start();
            }
        },
        EXECUTOR {
            @Override
            void run(Runnable task) {
                DaemonThreads.EXECUTOR.execute(task);
            }
        };

        abstract void run(Runnable task);
    }

    @ParameterizedTest
    @EnumSource
    void aTaskSeesNeitherThreadLocalsNorTheClassLoaderOfWhoBroughtIt(Place place) throws Exception {
        InheritableThreadLocal<String> user = new InheritableThreadLocal<>();
        user.set("alice");
        Thread.currentThread().setContextClassLoader(new ClassLoader(loader) {});
        FutureTask<String> seen =
                new FutureTask<>(() -> user.get() + " " + Thread.currentThread().getContextClassLoader());

        place.run(seen);

        assertThat(seen.get()).isEqualTo("null null");
    }

    @ParameterizedTest
    @EnumSource
    void aThreadIsADaemonAndNamedAfterUs(Place place) throws Exception {
        FutureTask<String> seen = new FutureTask<>(() ->
                Thread.currentThread().getName() + " " + Thread.currentThread().isDaemon());

        place.run(seen);

        assertThat(seen.get()).startsWith("connection-check ").endsWith(" true");
    }

    @Test
    void aThreadThatRunsOnKeepsNoClassLoaderOfWhoNeededItFirst() throws Exception {
        WeakReference<ClassLoader> webapp = threadNeededIn(new Webapp());

        while (webapp.get() != null) {
            System.gc();
        }

        assertThat(ended.getCount()).as("the thread still runs").isEqualTo(1);
    }

    private WeakReference<ClassLoader> threadNeededIn(Webapp webapp) throws Exception {
        Executor needy = (Executor)
                webapp.loadClass(Needy.class.getName()).getDeclaredConstructor().newInstance();
        assertThat(needy.getClass().getClassLoader()).isSameAs(webapp);
        needy.execute(this::awaitTheEnd);
        return new WeakReference<>(webapp);
    }

    private void awaitTheEnd() {
        try {
            ended.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a program in an application server has of its own. */
    public static final class Needy implements Executor {
        @Override
        public void execute(Runnable task) {
            DaemonThreads.thread("connection-check test", task).start();
        }
    }

    /** Loads that class itself, and everything else from where the tests are. */
    private static final class Webapp extends ClassLoader {
        Webapp() {
            super(Webapp.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.equals(Needy.class.getName())) {
                return super.loadClass(name, resolve);
            }
            try (InputStream bytes = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] read = bytes.readAllBytes();
                return defineClass(name, read, 0, read.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Test
    void thatNoThreadCanBeMadeIsSaidInAWayThatLetsOtherCallsGoOn() {
        OutOfMemoryError none = new OutOfMemoryError("unable to create native thread");
        ThreadFactory limited = task -> {
            throw none;
        };

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> new PlatformThreads(limited).execute(() -> {}))
                .withCause(none);
    }

    @Test
    void aTaskThatThrowsEndsNothingElse() throws Exception {
        AtomicReference<Thread> thread = new AtomicReference<>();
        DaemonThreads.thread("connection-check test", () -> {
                    thread.set(Thread.currentThread());
                    throw new IllegalStateException("s3cr3t");
                })
                .start();
        FutureTask<String> next = new FutureTask<>(() -> "done");

        DaemonThreads.EXECUTOR.execute(next);

        assertThat(next.get()).isEqualTo("done");
    }

    @Test
    @EnabledForJreRange(minVersion = 24)
    void aCallInFlightHoldsNoPlatformThreadWhereTheJdkHasGoodVirtualOnes() throws Exception {
        FutureTask<String> seen = new FutureTask<>(() -> Thread.currentThread().toString());

        DaemonThreads.EXECUTOR.execute(seen);

        assertThat(seen.get()).startsWith("VirtualThread[");
    }

    @Test
    @EnabledForJreRange(maxVersion = 23)
    void aCallInFlightHasAPlatformThreadElsewhere() throws Exception {
        FutureTask<String> seen = new FutureTask<>(() -> Thread.currentThread().toString());

        DaemonThreads.EXECUTOR.execute(seen);

        assertThat(seen.get()).startsWith("Thread[");
    }
}
