package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * That masking a long text takes time that grows with the text and not with its square, whatever it is made of. Counted
 * is what the thread has used of a processor, not what has passed, and four times the text is held against the text: so
 * neither the machine's speed nor its load decides.
 */
class MaskingCostTest {
    private static final int LENGTH = 50_000;

    /** What measuring may be out by; the square of the length costs many seconds. */
    private static final long UNSURE = 200_000_000;

    /** What the compiler or the collector does meanwhile is not the masking's, and happens seldom. */
    private static final int TRIES = 3;

    private static final String ENDS = "@' \" ] } </> ) %\\ ";

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Masker MASKER = Masker.of(
            List.of("aaaaaaaaaaaaaaaaaaaaaaaaab"),
            List.of(Map.of("password", "%25%25%25 a:a@a/a'a\"a", "token", "abababababababababac")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%25",
                "\\",
                "\\u0061",
                "&#x61;",
                "''",
                "\"",
                "'a",
                "QUFB",
                "password=",
                "password '",
                "\"password\":",
                "pwd={",
                "<password>",
                "key ",
                "Bearer ",
                "user a identified by ",
                "--pass-",
                "a://a:a",
                "a/a@",
                "a@b.",
                "eyJ",
                "a...",
                "-----BEGIN PRIVATE KEY-----",
                "1Q~",
                "{",
                "a/",
            })
    void aTextOfTwoHundredThousandCharactersCostsFourTimesOneOfFiftyThousand(String unit) {
        String text = unit.repeat(LENGTH / unit.length());

        // What is looked for from many places, and stands at the end alone, must not be looked for that far from each.
        String once = text + ENDS;
        String four = text.repeat(4) + ENDS;

        assertThat(IntStream.range(0, TRIES).anyMatch(each -> cost(four) < 8 * cost(once) + UNSURE))
                .isTrue();
    }

    private static long cost(String text) {
        long before = THREADS.getCurrentThreadCpuTime();
        MASKER.mask(text);
        return THREADS.getCurrentThreadCpuTime() - before;
    }
}
