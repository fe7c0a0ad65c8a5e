package dev.connectioncheck.datafold;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Connection;
import dev.connectioncheck.fuzz.Campaign;
import dev.connectioncheck.fuzz.Listing;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.spi.Progress;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class DatafoldInventoryFuzzTest {
    private static final Listing LISTING = new Listing(
            http -> DatafoldClient.builder().apiKey("key").httpClient(http).build());

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void listsTheRowsAndTheVerdictsThatTheirTestsSay(byte[] list) {
        LISTING.read(list).ifPresent(rows -> judge(list, rows));
    }

    static void judge(byte[] list, List<Connection> rows) {
        List<String> ids = new ArrayList<>();
        for (JsonNode row : Readers.tree(list)) {
            ids.add(new BigDecimal(row.path("id").asText().strip())
                    .toBigIntegerExact()
                    .toString());
        }
        Listing.judge(rows, ids);
        for (int index = 0; index < rows.size(); index++) {
            judgeVerdict(Readers.tree(list).path(index).path("last_test"), rows.get(index));
        }
    }

    /** What a list calls passed has to be so by the rules of a check. */
    private static void judgeVerdict(JsonNode test, Connection row) {
        row.lastVerdict()
                .ifPresent(last -> DatafoldVerdictFuzzTest.judge(
                        test.toString().getBytes(StandardCharsets.UTF_8),
                        Optional.of(Progress.finished(last.verdict(), Optional.empty()))));
    }
}
