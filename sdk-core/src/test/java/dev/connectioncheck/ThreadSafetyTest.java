package dev.connectioncheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A class with state that threads share says in its Javadoc who may call it and what guards that state. */
class ThreadSafetyTest {
    private static final Pattern SHARES = Pattern.compile(
            "\\bvolatile\\b|\\bsynchronized\\b|\\bAtomic\\w+|\\b(Concurrent|CopyOnWrite)\\w+|\\bnew (Reentrant\\w*Lock|CountDownLatch|Semaphore)\\b");
    private static final Pattern SAYS =
            Pattern.compile("(?i)guard|(all|several) threads|any thread|thread-safe|one thread");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|//[^\\n]*|import [^;]+;");
    private static final Pattern CLASS_DOC = Pattern.compile(
            "(?s)(/\\*\\*(?:(?!\\*/).)*\\*/)\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*(?:(?:public|final|abstract|sealed) )*(?:class|interface|enum|record) ");

    @Test
    void everyClassThatThreadsShareSaysWhatGuardsIt() {
        List<Path> shared = sources().stream()
                .filter(source -> SHARES.matcher(COMMENT.matcher(read(source)).replaceAll(""))
                        .find())
                .toList();

        assertThat(shared).hasSizeGreaterThan(30);
        assertThat(shared).allSatisfy(source -> assertThat(docOf(source)).containsPattern(SAYS));
    }

    private static List<Path> sources() {
        try (Stream<Path> modules = Files.list(Path.of(".."))) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(ThreadSafetyTest::javaFilesUnder)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> javaFilesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String docOf(Path source) {
        Matcher doc = CLASS_DOC.matcher(read(source));
        return doc.find() ? doc.group(1) : "";
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
