package dev.connectioncheck.reliability.proxies;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What came of one scenario.
 *
 * @param checks how many checks were made
 * @param usual how many ended with the verdict that the vendor gives
 * @param wrong how many ended with another verdict
 * @param lost how many did not end by their deadline
 * @param doubled how many checks more were started at the vendors than were asked for
 * @param others how often each exception came
 * @param connections how many connections were begun in the place of others that had ended
 * @param refusals how many answers were an error of the proxy's
 * @param http2 whether every answer came over HTTP/2
 */
record Row(
        String proxy,
        Scenario scenario,
        int checks,
        int usual,
        int wrong,
        int lost,
        int doubled,
        Map<String, Integer> others,
        int connections,
        int refusals,
        boolean http2) {
    static final String HEAD = """
            | proxy | what happens | new connections | refusals | checks | as usual | wrong | lost | started twice | others |
            |---|---|---|---|---|---|---|---|---|---|""";

    static String skipped(String proxy) {
        return "| " + proxy + " | skipped: it is not installed (Debian package `" + proxy + "`) | | | | | | | | |";
    }

    /** Tells whether every promise was kept. */
    boolean isKept() {
        boolean struck = connections >= scenario.leastConnections() && refusals >= scenario.leastRefusals();
        boolean harmed = scenario.isHarmless() && usual < checks;
        return struck && http2 && !harmed && wrong == 0 && lost == 0 && doubled == 0;
    }

    @Override
    public String toString() {
        SortedMap<String, Integer> sorted = new TreeMap<>(others);
        String exceptions = sorted.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().replace("Exception", ""))
                .collect(Collectors.joining(", "));
        return "| %s | %s | %d | %d | %d | %d | %d | %d | %d | %s |%s"
                .formatted(
                        proxy,
                        scenario,
                        connections,
                        refusals,
                        checks,
                        usual,
                        wrong,
                        lost,
                        doubled,
                        exceptions.isEmpty() ? "none" : exceptions,
                        isKept() ? "" : " BROKEN");
    }
}
