package dev.connectioncheck.reliability;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Faults;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.contract.HurriedTime;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Creates a connector under a fault, and counts how often the request was sent. */
final class Creates {
    private Creates() {}

    static int sends(String fault) throws IOException {
        AtomicInteger sends = new AtomicInteger();
        boolean untrusted = fault.equals("TLS: untrusted");
        try (Sandbox sandbox = untrusted ? untrusted() : Sandbox.start();
                Socket taken = new Socket()) {
            taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Optional<Fault> answer = Faults.all().stream()
                    .filter(each -> each.name().equals(fault))
                    .findFirst();
            Behavior behavior =
                    answer.map(each -> Behavior.passes().at(Phase.CREATE, each)).orElseGet(Behavior::passes);
            boolean refused = answer.isEmpty() && !untrusted;
            String baseUrl = refused
                    ? "http://127.0.0.1:" + taken.getLocalPort()
                    : sandbox.squared().baseUrl();
            SquaredClient client = client(sandbox, baseUrl, sends);
            SquaredTarget target =
                    SquaredTarget.source("Snowflake", sandbox.squared().sourceSettings("Snowflake", behavior));
            create(client, target);
        }
        return sends.get();
    }

    private static Sandbox untrusted() {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .build();
        return Sandbox.builder()
                .tls(new HandshakeCertificates.Builder()
                        .heldCertificate(certificate)
                        .build()
                        .sslContext())
                .build();
    }

    private static SquaredClient client(Sandbox sandbox, String baseUrl, AtomicInteger sends) {
        OkHttpClient counting = new OkHttpClient.Builder()
                .eventListener(new EventListener() {
                    @Override
                    public void callStart(Call call) {
                        sends.incrementAndGet();
                    }
                })
                .build();
        return SquaredClient.builder()
                .apiKey(sandbox.squared().apiKey())
                .workspaceId(sandbox.squared().workspaceId())
                .baseUrl(baseUrl)
                .httpClient(counting)
                .attemptTimeout(Duration.ofMillis(500))
                .timeSource(new HurriedTime())
                .build();
    }

    private static void create(SquaredClient client, SquaredTarget target) {
        try {
            throw new AssertionError("The connector was created all the same: "
                    + client.createConnector(target, "Orders").execute());
        } catch (ConnectionCheckException expected) {
            // How often it was sent is what is asked.
        }
    }
}
