package dev.connectioncheck.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One page of a list, and the links to others: as odd as the server's, whose next page never ends past the last. */
final class SquaredPage {
    private static final int USUAL = 10;
    private static final int DIGITS_OF_A_LONG = 18;

    private final String url;
    private final SortedMap<String, String> query;
    private final long number;
    private final long size;

    SquaredPage(Exchange exchange) {
        url = exchange.origin() + exchange.path();
        query = exchange.queryParameters();
        if (query.keySet().stream().anyMatch(name -> name.startsWith("page["))) {
            throw new Refusal(SquaredErrors.notPlayed("page[number], at which the server breaks down"));
        }
        long wanted = leadingNumber(query.getOrDefault("per_page", ""));
        size = wanted < 0 || !query.getOrDefault("per_page", "").matches("(?s)\\d.*") ? USUAL : wanted;
        number = Math.max(1, leadingNumber(query.getOrDefault("page", "")));
    }

    Answer of(List<? extends Map<String, ?>> all) {
        if (size == 0) {
            throw new Refusal(SquaredErrors.badRequest("Current page was incalculable. Perhaps you called .per(0)?"));
        }
        List<? extends Map<String, ?>> page =
                all.stream().skip((number - 1) * size).limit(size).toList();
        return Answer.json(200, Json.object("data", page, "links", links((all.size() + size - 1) / size)));
    }

    private Map<String, @Nullable Object> links(long pages) {
        boolean more = number != pages && pages > 1;
        return Json.object(
                "self",
                url + "?" + text(query),
                "first",
                link(1),
                "prev",
                number == 1 ? null : link(number - 1),
                "next",
                more ? link(number + 1) : null,
                "last",
                link(Math.max(1, pages)));
    }

    private String link(long page) {
        SortedMap<String, String> changed = new TreeMap<>(query);
        changed.put("page", String.valueOf(page));
        changed.put("per_page", String.valueOf(size));
        return url + "?" + text(changed);
    }

    private static String text(SortedMap<String, String> query) {
        return query.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Ruby's {@code to_i}: as much of the text as is a number, else 0. */
    static long leadingNumber(String text) {
        String digits = text.strip().replaceFirst("(?s)^([+-]?\\d{1," + DIGITS_OF_A_LONG + "})?.*", "$1");
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }
}
