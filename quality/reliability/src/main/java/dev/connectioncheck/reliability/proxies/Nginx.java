package dev.connectioncheck.reliability.proxies;

import dev.connectioncheck.reliability.proxies.Setting.Manners;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** nginx. */
final class Nginx implements Proxy {
    @Override
    public String name() {
        return "nginx";
    }

    @Override
    public String configuration(Setting setting) {
        boolean limited = setting.is(Manners.REFUSING) || setting.is(Manners.OVERLOADED);
        return """
                pid nginx.pid;
                error_log error.log;
                worker_processes 2;
                events {}
                http {
                  access_log off;
                  client_body_temp_path temp;
                  proxy_temp_path temp;
                  fastcgi_temp_path temp;
                  uwsgi_temp_path temp;
                  scgi_temp_path temp;
                  ssl_certificate proxy.pem;
                  ssl_certificate_key proxy.pem;
                  keepalive_requests %d;
                  proxy_read_timeout %s;
                  limit_req_zone $server_port zone=all:1m rate=10r/s;
                  limit_req_status %d;
                %s%s}
                """.formatted(
                        setting.is(Manners.IMPATIENT_WITH_CLIENTS) ? 3 : 1000,
                        setting.is(Manners.IMPATIENT_WITH_VENDORS) ? "1s" : "60s",
                        setting.is(Manners.REFUSING) ? 429 : 503,
                        limited ? "  limit_req zone=all;\n  add_header Retry-After 1 always;\n" : "",
                        setting.routes().stream()
                                .map(route -> server(route.from(), setting.target(route)))
                                .collect(Collectors.joining()));
    }

    private static String server(int from, int to) {
        return "  server { listen 127.0.0.1:%d ssl http2; location / { proxy_pass http://127.0.0.1:%d; } }%n"
                .formatted(from, to);
    }

    @Override
    public List<String> command(Path program, Path directory) {
        return List.of(
                program.toString(),
                "-p",
                directory.toString(),
                "-c",
                CONFIGURATION,
                "-e",
                "error.log",
                "-g",
                "daemon off;");
    }

    @Override
    public String reloadSignal() {
        return "HUP";
    }
}
