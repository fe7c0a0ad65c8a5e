package dev.connectioncheck.sandbox;

import java.util.Map;
import java.util.Optional;

/** What FastAPI does before any code of the vendor runs (recorded from FastAPI, Starlette and Pydantic 2). */
final class FastApi {
    private FastApi() {}

    static Answer detail(int status, String text) {
        return Answer.json(status, Map.of("detail", text));
    }

    /**
     * Answers what no route answers: 405 if the path has one of another method, 307 if it would have one with a slash
     * more or fewer at its end.
     */
    static Optional<Answer> unrouted(Routes routes, Exchange exchange) {
        String path = exchange.decodedPath();
        Optional<String> other = routes.methodOf(path);
        if (other.isPresent()) {
            return Optional.of(detail(405, "Method Not Allowed").header("allow", other.get()));
        }
        return routes.methodOf(otherSlash(path)).map(method -> redirect(exchange));
    }

    /** The scheme is the one that the server sees behind its proxy, which is http. */
    private static Answer redirect(Exchange exchange) {
        String target = exchange.target();
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark);
        String host = exchange.header("Host").orElse("localhost");
        return Answer.empty(307).header("location", "http://" + host + otherSlash(path) + query);
    }

    private static String otherSlash(String path) {
        return path.endsWith("/") ? path.replaceFirst("/+$", "") : path + "/";
    }
}
