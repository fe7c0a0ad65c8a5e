package dev.connectioncheck.squared;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Connection;
import dev.connectioncheck.fuzz.Campaign;
import dev.connectioncheck.fuzz.Listing;
import dev.connectioncheck.fuzz.Readers;
import dev.connectioncheck.http.Pace;
import java.util.ArrayList;
import java.util.List;

final class SquaredInventoryFuzzTest {
    private static final Listing LISTING = new Listing(http -> SquaredClient.builder()
            .apiKey("key")
            .workspaceId(7)
            .pace(Pace.unlimited())
            .httpClient(http)
            .build());

    /** Every page is the same: the rows are those of one. */
    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void listsThePagesRows(byte[] page) {
        LISTING.read(page).ifPresent(rows -> judge(page, rows));
    }

    private static void judge(byte[] page, List<Connection> rows) {
        List<String> ids = new ArrayList<>();
        for (JsonNode row : Readers.tree(page).path("data")) {
            if (!row.path("id").isTextual()) {
                return; // a number is read as it was written, which a tree does not tell
            }
            ids.add(row.path("id").asText());
        }
        Listing.judge(rows, ids.stream().distinct().toList());
    }
}
