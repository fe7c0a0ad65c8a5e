package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The way to vendors behind a proxy, whose certificate only a company knows. */
class NetworkTest {
    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension(Sandbox.builder()
            .tls(new HandshakeCertificates.Builder()
                    .heldCertificate(CERTIFICATE)
                    .build()
                    .sslContext()));

    @TempDir
    private Path folder;

    @Test
    void proxyExceptionsAndTrustStoreAreThoseOfTheEnvironment() throws Exception {
        Vendors vendors = new Vendors(sandbox).squared("orders", Behavior.passes());
        vendors.writeTo(folder);
        String[] trust = {
            "-Djavax.net.ssl.trustStore=" + trustStore(), "-Djavax.net.ssl.trustStorePassword=changeit",
        };
        try (TunnelProxy proxy = TunnelProxy.start()) {
            Command command = Command.in(folder)
                    .with(vendors.environment())
                    .with("HTTPS_PROXY", "http://us%65r:p%40ss@localhost:" + proxy.port());

            Command.Ended proxied = command.jvm(trust).run("check", "-q");
            assertThat(proxied.err()).doesNotContain("p@ss", "p%40ss");
            assertThat(proxied.code()).as(proxied.out() + proxied.err()).isZero();
            assertThat(proxy.asked())
                    .anyMatch(line -> line.startsWith("CONNECT localhost:"))
                    .contains("Proxy-Authorization: Basic dXNlcjpwQHNz");

            proxy.forget();
            Command.Ended direct =
                    command.with("NO_PROXY", "example.com, localhost").run("check", "-q");
            assertThat(direct.code()).as(direct.out()).isZero();
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void whoTrustsNobodyElseIsToldSo() {
        Vendors vendors = new Vendors(sandbox).squared("orders", Behavior.passes());
        vendors.writeTo(folder);

        Command.Ended ended = Command.in(folder).with(vendors.environment()).run("check", "-q");

        assertThat(ended.code()).isEqualTo(3);
        assertThat(ended.out()).contains("ERROR").containsIgnoringCase("certificate");
    }

    private Path trustStore() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("company", CERTIFICATE.certificate());
        Path file = folder.resolve("trust.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, "changeit".toCharArray());
        }
        return file;
    }
}
