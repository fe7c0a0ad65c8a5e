package dev.connectioncheck.sandbox.contract;

import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** Certificates for servers that are, or are not, who a client takes them for. Made once: keys take time. */
final class Tls {
    private static final HeldCertificate OF_LOCALHOST = certificate("localhost");
    private static final HeldCertificate OF_ANOTHER = certificate("another.example");

    private Tls() {}

    static SSLContext ofLocalhost() {
        return server(OF_LOCALHOST);
    }

    static SSLContext ofAnotherHost() {
        return server(OF_ANOTHER);
    }

    /** Lets a client trust both certificates, so that only the name can be wrong. */
    static OkHttpClient.Builder trustBoth(OkHttpClient.Builder client) {
        HandshakeCertificates trust = new HandshakeCertificates.Builder()
                .addTrustedCertificate(OF_LOCALHOST.certificate())
                .addTrustedCertificate(OF_ANOTHER.certificate())
                .build();
        return client.sslSocketFactory(trust.sslSocketFactory(), trust.trustManager());
    }

    private static SSLContext server(HeldCertificate certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext();
    }

    private static HeldCertificate certificate(String host) {
        return new HeldCertificate.Builder().addSubjectAlternativeName(host).build();
    }
}
