package dev.connectioncheck.artie;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Connection;
import dev.connectioncheck.fuzz.Campaign;
import dev.connectioncheck.fuzz.Listing;
import dev.connectioncheck.fuzz.Readers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

final class ArtieInventoryFuzzTest {
    private static final int LENGTH_OF_A_UUID = 36;
    private static final Listing LISTING = new Listing(
            http -> ArtieClient.builder().apiKey("key").httpClient(http).build());

    /** Both lists are the same: all rows are destinations. */
    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void listsTheItems(byte[] list) {
        LISTING.read(list).ifPresent(rows -> judge(list, rows));
    }

    private static void judge(byte[] list, List<Connection> rows) {
        List<String> ids = new ArrayList<>();
        for (JsonNode row : Readers.tree(list).path("items")) {
            if (row.path("uuid").asText().length() != LENGTH_OF_A_UUID) {
                return; // a UUID in base64, which Jackson reads too
            }
            ids.add(row.path("uuid").asText().toLowerCase(Locale.ROOT));
        }
        Listing.judge(rows, ids);
    }
}
