package dev.connectioncheck.reliability.proxies;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.VendorSandbox;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.unstructured.UnstructuredClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Both ends of the way that a proxy stands in: clients that trust it, and the sandbox behind it. */
final class Ends implements AutoCloseable {
    static final Duration DEADLINE = Duration.ofSeconds(30);

    private final Sandbox sandbox;
    private final Path directory;
    private final List<VendorSandbox> vendors;
    private final List<Setting.Route> routes;
    private final OkHttpClient http;
    private final Traffic traffic = new Traffic();

    private Ends(Sandbox sandbox, Path directory, List<Setting.Route> routes, HandshakeCertificates trust) {
        this.sandbox = sandbox;
        this.directory = directory;
        this.vendors = vendors(sandbox);
        this.routes = routes;
        this.http = traffic.counting(
                        new OkHttpClient.Builder().sslSocketFactory(trust.sslSocketFactory(), trust.trustManager()))
                .build();
        http.dispatcher().setMaxRequestsPerHost(http.dispatcher().getMaxRequests());
    }

    private static List<VendorSandbox> vendors(Sandbox sandbox) {
        return List.of(sandbox.squared(), sandbox.unstructured(), sandbox.datafold(), sandbox.artie());
    }

    static Ends open(Sandbox sandbox, Path directory) throws IOException {
        HeldCertificate certificate = new HeldCertificate.Builder()
                .addSubjectAlternativeName("127.0.0.1")
                .build();
        Files.writeString(
                directory.resolve("proxy.pem"), certificate.certificatePem() + certificate.privateKeyPkcs8Pem());
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
        return new Ends(sandbox, directory, routes(vendors(sandbox)), trust);
    }

    /** Takes free ports, all at once so that they differ, and lets go of them for the proxy. */
    private static List<Setting.Route> routes(List<VendorSandbox> vendors) throws IOException {
        List<Setting.Route> routes = new ArrayList<>();
        List<ServerSocket> taken = new ArrayList<>();
        try {
            for (VendorSandbox vendor : vendors) {
                ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                taken.add(free);
                routes.add(new Setting.Route(
                        free.getLocalPort(), URI.create(vendor.baseUrl()).getPort()));
            }
            return List.copyOf(routes);
        } finally {
            for (ServerSocket each : taken) {
                each.close();
            }
        }
    }

    Setting setting(Setting.Manners manners) {
        return new Setting(directory, routes, manners);
    }

    ConnectionChecker checker() {
        return ConnectionChecker.builder()
                .client(set(SquaredClient.builder(), 0)
                        .workspaceId(sandbox.squared().workspaceId())
                        .build())
                .client(set(UnstructuredClient.builder(), 1).build())
                .client(set(DatafoldClient.builder(), 2).build())
                .client(set(ArtieClient.builder(), 3).build())
                .defaultOptions(CheckOptions.builder().timeout(DEADLINE).build())
                .build();
    }

    private <B extends ClientBuilder<B>> B set(B builder, int vendor) {
        return builder.apiKey(vendors.get(vendor).apiKey())
                .baseUrl("https://127.0.0.1:" + routes.get(vendor).from())
                .attemptTimeout(Duration.ofSeconds(10))
                .httpClient(http);
    }

    /** How many checks reached the vendors that must not be started twice: all but Artie's. */
    int starts() {
        return (int) vendors.stream()
                .filter(vendor -> vendor != sandbox.artie())
                .flatMap(vendor -> vendor.requests().stream())
                .filter(request -> request.method().equals("POST"))
                .count();
    }

    Traffic traffic() {
        return traffic;
    }

    @Override
    public void close() {
        http.connectionPool().evictAll();
        http.dispatcher().executorService().shutdown();
    }
}
