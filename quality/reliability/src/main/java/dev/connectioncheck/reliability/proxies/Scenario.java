package dev.connectioncheck.reliability.proxies;

import dev.connectioncheck.reliability.proxies.Setting.Manners;
import java.io.IOException;
import java.time.Duration;

/** What a proxy does while checks are under way, and whether each check has to get its verdict all the same. */
enum Scenario {
    NOTHING("nothing happens", Manners.USUAL, true, 0, 0),
    RELOADS("five reloads", Manners.USUAL, true, 8, 0) {
        @Override
        void happen(RunningProxy proxy) throws IOException, InterruptedException {
            for (int i = 0; i < 5; i++) {
                pause();
                proxy.reload(Manners.USUAL);
            }
        }
    },
    KEEP_ALIVE("connections end after 3 requests or 50 ms of rest", Manners.IMPATIENT_WITH_CLIENTS, true, 8, 0),
    VENDOR_GONE("the vendor can't be reached for 1.5 s", Manners.USUAL, true, 0, 1) {
        @Override
        void happen(RunningProxy proxy) throws IOException, InterruptedException {
            pause();
            proxy.reload(Manners.CUT_OFF);
            pause();
            pause();
            pause();
            proxy.reload(Manners.USUAL);
        }
    },
    VENDOR_DEAD("the vendor can't be reached at all", Manners.CUT_OFF, false, 0, 1),
    VENDOR_SLOW("answers that take longer than 1 s are cut off", Manners.IMPATIENT_WITH_VENDORS, false, 0, 1),
    REFUSING("429 above 10 requests a second", Manners.REFUSING, false, 0, 1),
    OVERLOADED("503 above 10 requests a second", Manners.OVERLOADED, false, 0, 1);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final String words;
    private final Manners manners;
    private final boolean harmless;
    private final int leastConnections;
    private final int leastRefusals;

    Scenario(String words, Manners manners, boolean harmless, int leastConnections, int leastRefusals) {
        this.words = words;
        this.manners = manners;
        this.harmless = harmless;
        this.leastConnections = leastConnections;
        this.leastRefusals = leastRefusals;
    }

    /** How the proxy treats requests from the start. */
    Manners manners() {
        return manners;
    }

    /** Tells whether every check has to get its verdict. */
    boolean isHarmless() {
        return harmless;
    }

    /** How many connections have to be made anew; with fewer it has ended none. There are four vendors. */
    int leastConnections() {
        return leastConnections;
    }

    /** How many errors come of it; with fewer it has struck nothing. */
    int leastRefusals() {
        return leastRefusals;
    }

    /** Lets happen what happens once the checks are under way. */
    void happen(RunningProxy proxy) throws IOException, InterruptedException {}

    private static void pause() throws InterruptedException {
        Thread.sleep(PAUSE.toMillis());
    }

    @Override
    public String toString() {
        return words;
    }
}
