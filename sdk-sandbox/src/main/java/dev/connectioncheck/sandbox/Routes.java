package dev.connectioncheck.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;

/** What a stand-in answers, by method and path; the first that fits counts, as in the frameworks. */
final class Routes {
    private final List<Route> routes = new ArrayList<>();

    /**
     * Adds a route.
     *
     * @param path a regular expression; its first group, if any, is given to the handler
     */
    Routes on(String method, String path, Handler handler) {
        routes.add(new Route(method, Pattern.compile(path), handler));
        return this;
    }

    Optional<Found> find(String method, String path) {
        for (Route route : routes) {
            Matcher matcher = route.path().matcher(path);
            if (route.method().equals(method) && matcher.matches()) {
                return Optional.of(new Found(route.handler(), matcher.groupCount() > 0 ? matcher.group(1) : ""));
            }
        }
        return Optional.empty();
    }

    /** The method of the first route that has the path; empty if none has it. */
    Optional<String> methodOf(String path) {
        return routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::method)
                .findFirst();
    }

    /** Answers a request. */
    @FunctionalInterface
    interface Handler {
        MockResponse handle(String id, Exchange exchange) throws InterruptedException;
    }

    /** A route, and what its path named. */
    record Found(Handler handler, String id) {
        MockResponse answer(Exchange exchange) throws InterruptedException {
            return handler.handle(id, exchange);
        }
    }

    private record Route(String method, Pattern path, Handler handler) {}
}
