package dev.connectioncheck.sandbox;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import okhttp3.Protocol;

/** How stand-ins are served: by which time, and in which protocols. */
record Hosting(SandboxTime time, Optional<SSLContext> tls, boolean http2) {
    boolean negotiates() {
        return http2 && tls.isPresent();
    }

    List<Protocol> protocols() {
        if (!http2) {
            return List.of(Protocol.HTTP_1_1);
        }
        return tls.isPresent() ? List.of(Protocol.HTTP_2, Protocol.HTTP_1_1) : List.of(Protocol.H2_PRIOR_KNOWLEDGE);
    }
}
