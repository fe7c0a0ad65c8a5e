package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
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
    private static final long UNSURE = 400_000_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final Masker MASKER = Masker.of(
            List.of("aaaaaaaaaaaaaaaaaaaaaaaaab"),
            List.of(Map.of("password", "%25%25%25 a:a@a/a'a\"a", "token", "abababababababababac")));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ab",
                "%25",
                "%2525",
                "\\",
                "\\u0061",
                "&#x61;",
                "&amp;",
                "''",
                "\"",
                "'a",
                "QUFB",
                "QUFB-_",
                "password ",
                "password=",
                "password: ",
                "password '",
                "\"password\":",
                "token ['",
                "pwd={",
                "<password>",
                "key ",
                "Bearer ",
                "secret access key ",
                "user a identified by ",
                "identified by ",
                "--pass-",
                " --a",
                "://",
                "a://a:a",
                "a:a@",
                "a/a@",
                "a@b.",
                "eyJ",
                "eyJaaaaaaaa.",
                "a...",
                "…",
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----a-----",
                "AKIA",
                "ghp_",
                "1Q~",
                "[",
                "{",
                "=",
                ":",
                "0a",
                "a=b&",
                "a/",
                "/a.",
                "a b. ",
            })
    void aTextOfTwoHundredThousandCharactersCostsFourTimesOneOfFiftyThousand(String unit) {
        String text = unit.repeat(LENGTH / unit.length());
        MASKER.mask(text);

        long once = cost(text);
        long four = cost(text.repeat(4));

        assertThat(four).isLessThan(8 * once + UNSURE);
    }

    /** The lesser of two: what the compiler or the collector did meanwhile is not the masking's. */
    private static long cost(String text) {
        return LongStream.range(0, 2)
                .map(each -> {
                    long before = THREADS.getCurrentThreadCpuTime();
                    MASKER.mask(text);
                    return THREADS.getCurrentThreadCpuTime() - before;
                })
                .min()
                .orElseThrow();
    }
}
