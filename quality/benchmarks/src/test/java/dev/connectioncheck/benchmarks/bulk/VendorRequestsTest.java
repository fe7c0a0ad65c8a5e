package dev.connectioncheck.benchmarks.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The table of requests is one of requests that were made. */
class VendorRequestsTest {
    @Test
    void everyRowIsListedAndCheckedWithTheFewestRequests() throws IOException {
        assertThat(VendorRequests.all())
                .allMatch(VendorRequests::isMinimum)
                .extracting(VendorRequests::vendor, VendorRequests::list, VendorRequests::check)
                .containsExactly(
                        tuple("squared", 11L, 1_000L),
                        tuple("unstructured", 2L, 2_000L),
                        tuple("datafold", 1L, 2_000L),
                        tuple("artie", 2L, 2_000L));
    }

    @Test
    void oneRequestMoreOrLessIsNotTheMinimum() {
        assertThat(new VendorRequests("v", 11, 11, 1_000, 1_000, "").isMinimum())
                .isTrue();
        assertThat(new VendorRequests("v", 12, 11, 1_000, 1_000, "").isMinimum())
                .isFalse();
        assertThat(new VendorRequests("v", 11, 11, 1_001, 1_000, "").isMinimum())
                .isFalse();
        assertThat(new VendorRequests("v", 11, 11, 0, 1_000, "").isMinimum()).isFalse();
    }
}
