package dev.connectioncheck.benchmarks.server;

/** Which answer belongs to which request. Used by all threads. */
final class Routes {
    private static final String POLL = "/api/v1/data_sources/test/";
    private static final String SQUARED_LIST = "/api/v1/connectors?page=";
    private static final String ARTIE = "/connectors";

    private final Jobs jobs;

    Routes(int polls) {
        this.jobs = new Jobs(polls);
    }

    /** Returns the answer; those that are measured most are found first. */
    byte[] answer(String method, String path) {
        if (path.equals("/connectors/ping")) {
            return Answers.PINGED;
        }
        if (path.endsWith("/check_connection")) {
            return Answers.CHECKED;
        }
        if (path.startsWith(POLL)) {
            int job = Integer.parseInt(path.substring(POLL.length()));
            return jobs.isDoneAtPoll(job) ? Answers.done(job) : Answers.running(job);
        }
        if (path.endsWith("/test")) {
            return Answers.started(jobs.start());
        }
        if (path.endsWith("/connection-check")) {
            return method.equals("POST") ? Answers.SCHEDULED : Answers.SUCCEEDED;
        }
        return list(path);
    }

    private static byte[] list(String path) {
        if (path.startsWith(SQUARED_LIST)) {
            return squaredPage(path.substring(SQUARED_LIST.length()));
        }
        return switch (path) {
            case "/api/v1/sources/" -> Lists.SOURCES;
            case "/api/v1/destinations/" -> Lists.DESTINATIONS;
            case "/api/v1/data_sources" -> Lists.DATA_SOURCES;
            case ARTIE -> Lists.ARTIE_DESTINATIONS;
            case ARTIE + "?includeSourceConnectors=true" -> Lists.ARTIE_ALL;
            default ->
                path.startsWith(ARTIE + "/") ? Lists.connector(path.substring(ARTIE.length() + 1)) : Answers.NOT_FOUND;
        };
    }

    private static byte[] squaredPage(String pageAndSize) {
        String[] parts = pageAndSize.split("&per_page=", -1);
        if (parts.length != 2 || Integer.parseInt(parts[1]) != Lists.PAGE) {
            return Answers.NOT_FOUND;
        }
        int page = Integer.parseInt(parts[0]);
        return page <= Lists.SQUARED.size() ? Lists.SQUARED.get(page - 1) : Lists.SQUARED_BEYOND;
    }
}
