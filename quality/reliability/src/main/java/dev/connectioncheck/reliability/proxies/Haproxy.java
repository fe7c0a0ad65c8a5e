package dev.connectioncheck.reliability.proxies;

import dev.connectioncheck.reliability.proxies.Setting.Manners;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** haproxy. */
final class Haproxy implements Proxy {
    @Override
    public String name() {
        return "haproxy";
    }

    @Override
    public String configuration(Setting setting) {
        return """
                global
                  log stdout format raw daemon emerg
                defaults
                  mode http
                  timeout connect 5s
                  timeout client 60s
                  timeout http-keep-alive %s
                  timeout server %s
                %s""".formatted(
                setting.is(Manners.IMPATIENT_WITH_CLIENTS) ? "50ms" : "60s",
                setting.is(Manners.IMPATIENT_WITH_VENDORS) ? "1s" : "60s",
                setting.routes().stream().map(route -> listen(route, setting)).collect(Collectors.joining()));
    }

    private static String listen(Setting.Route route, Setting setting) {
        String limit = setting.is(Manners.REFUSING) ? limit(429) : setting.is(Manners.OVERLOADED) ? limit(503) : "";
        return """
                listen to%d
                  bind 127.0.0.1:%d ssl crt %s/proxy.pem alpn h2,http/1.1
                %s  server vendor 127.0.0.1:%d
                """.formatted(route.to(), route.from(), setting.directory(), limit, setting.target(route));
    }

    private static String limit(int status) {
        return """
                  stick-table type integer size 10 expire 10s store http_req_rate(1s)
                  http-request track-sc0 dst_port
                  http-request return status %d hdr Retry-After 1 if { sc_http_req_rate(0) gt 10 }
                """.formatted(status);
    }

    @Override
    public List<String> command(Path program, Path directory) {
        return List.of(program.toString(), "-W", "-db", "-f", CONFIGURATION);
    }

    @Override
    public String reloadSignal() {
        return "USR2";
    }
}
