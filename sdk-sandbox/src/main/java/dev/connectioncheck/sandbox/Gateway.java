package dev.connectioncheck.sandbox;

import java.util.Optional;

/** The proxy that stands before every vendor and answers with pages of its own. */
final class Gateway {
    private Gateway() {}

    static Optional<Answer> error(int status) {
        return status >= 502 && status <= 504 ? Optional.of(page(status)) : Optional.empty();
    }

    private static Answer page(int status) {
        String title = status + " " + reason(status);
        String body =
                "<html>\r\n<head><title>%s</title></head>\r\n<body><center><h1>%s</h1></center></body>\r\n</html>";
        return Answer.text(status, "text/html", body.formatted(title, title));
    }

    private static String reason(int status) {
        return switch (status) {
            case 502 -> "Bad Gateway";
            case 503 -> "Service Temporarily Unavailable";
            default -> "Gateway Time-out";
        };
    }
}
