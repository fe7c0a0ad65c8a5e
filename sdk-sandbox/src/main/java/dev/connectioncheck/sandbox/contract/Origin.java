package dev.connectioncheck.sandbox.contract;

import java.net.Socket;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLContext;
import okhttp3.OkHttpClient;

/**
 * A place to send requests to: the vendor's service, or one where something else is.
 *
 * @param baseUrl where it is
 * @param client how the caller's own HTTP client has to be for the fault to show
 * @param heard how many requests were heard that nobody should have sent there
 * @param end closes it
 */
record Origin(String baseUrl, UnaryOperator<OkHttpClient.Builder> client, IntSupplier heard, AutoCloseable end)
        implements AutoCloseable {
    /** Opens one; some need a stand-in of the vendor. */
    @FunctionalInterface
    interface Opener {
        Origin open(VendorUnderTest vendor, VendorUnderTest.Setup setup);
    }

    /** The right place: a stand-in that others close. */
    static Origin of(StandIn standIn) {
        return new Origin(standIn.baseUrl(), UnaryOperator.identity(), () -> 0, () -> {});
    }

    static Origin refusing(VendorUnderTest vendor, VendorUnderTest.Setup setup) {
        Socket taken = RawServer.refusing();
        return new Origin("http://127.0.0.1:" + taken.getLocalPort(), UnaryOperator.identity(), () -> 0, taken);
    }

    static Origin withoutAddress(VendorUnderTest vendor, VendorUnderTest.Setup setup) {
        UnaryOperator<OkHttpClient.Builder> nobodyKnows = client -> client.dns(name -> {
            throw new UnknownHostException(name);
        });
        return new Origin("https://vendor.invalid", nobodyKnows, () -> 0, () -> {});
    }

    static Origin untrusted(VendorUnderTest vendor, VendorUnderTest.Setup setup) {
        return encrypted(vendor, setup, Tls.ofLocalhost(), UnaryOperator.identity());
    }

    static Origin ofAnotherName(VendorUnderTest vendor, VendorUnderTest.Setup setup) {
        return encrypted(vendor, setup, Tls.ofAnotherHost(), Tls::trustBoth);
    }

    static Origin cuttingHandshakes(VendorUnderTest vendor, VendorUnderTest.Setup setup) {
        return raw("https", RawServer.Manners::cutting);
    }

    static Origin silentInHandshakes(VendorUnderTest vendor, VendorUnderTest.Setup setup) {
        return raw("https", RawServer.Manners::silent);
    }

    static Origin neverReading(VendorUnderTest vendor, VendorUnderTest.Setup setup) {
        return raw("http", RawServer.Manners::silent);
    }

    /** A process at its limit of threads: wherever one is needed to connect or to wait, there is none. */
    static Origin withoutThreads(VendorUnderTest vendor, VendorUnderTest.Setup setup) {
        return new Origin("http://127.0.0.1:9", Threadless::client, () -> 0, () -> {});
    }

    private static Origin raw(String scheme, RawServer.Manners manners) {
        RawServer server = RawServer.start(manners);
        return new Origin(scheme + "://127.0.0.1:" + server.port(), UnaryOperator.identity(), () -> 0, server);
    }

    private static Origin encrypted(
            VendorUnderTest vendor,
            VendorUnderTest.Setup setup,
            SSLContext certificate,
            UnaryOperator<OkHttpClient.Builder> client) {
        StandIn standIn =
                vendor.start(new VendorUnderTest.Setup(setup.time(), Optional.of(certificate), false, setup.apiKey()));
        return new Origin(standIn.baseUrl(), client, () -> standIn.requests().size(), standIn);
    }

    int strays() {
        return heard.getAsInt();
    }

    @Override
    public void close() {
        RawServer.closeQuietly(end);
    }
}
