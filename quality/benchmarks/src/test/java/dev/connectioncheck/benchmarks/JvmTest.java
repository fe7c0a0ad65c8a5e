package dev.connectioncheck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JvmTest {
    @Test
    void thisJavaIsTakenIfItIsNewEnough() {
        assertThat(Jvm.since(17)).contains(Jvm.ours());
    }

    @Test
    void aJavaThatIsNotThereIsNotFound() {
        assertThat(Jvm.since(1_000)).isEmpty();
    }

    @Test
    void whatIsFoundIsNewEnough() {
        Jvm.since(24)
                .ifPresent(jvm -> assertThat(jvm.run(Version.class, "-Xmx64m").get("feature"))
                        .isGreaterThanOrEqualTo(24));
    }

    static final class Version {
        private Version() {}

        public static void main(String[] args) {
            System.out.println("feature=" + Runtime.version().feature());
        }
    }
}
