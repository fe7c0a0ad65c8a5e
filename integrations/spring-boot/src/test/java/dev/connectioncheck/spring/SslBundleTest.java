package dev.connectioncheck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.util.ArrayList;
import java.util.List;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Asks a vendor whose certificate only a bundle of the application trusts. */
class SslBundleTest {
    private static final HeldCertificate CERTIFICATE =
            new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();

    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension(Sandbox.builder()
            .tls(new HandshakeCertificates.Builder()
                    .heldCertificate(CERTIFICATE)
                    .build()
                    .sslContext()));

    private ApplicationContextRunner warehouse() {
        long id = sandbox.datafold().dataSource(Behavior.passes());
        return Contexts.runner()
                .withPropertyValues(
                        "connectioncheck.datafold.api-key=" + sandbox.datafold().apiKey(),
                        "connectioncheck.datafold.base-url="
                                + sandbox.datafold().baseUrl(),
                        "connectioncheck.connections.warehouse.client=datafold",
                        "connectioncheck.connections.warehouse.data-source=" + id,
                        "spring.ssl.bundle.pem.own.truststore.certificate=" + CERTIFICATE.certificatePem());
    }

    @Test
    void aClientTrustsWhatItsBundleTrusts() {
        warehouse()
                .withPropertyValues("connectioncheck.datafold.ssl.bundle=own")
                .run(context -> assertThat(outcome(context).passed()).isTrue());
    }

    @Test
    void theCiphersAndProtocolsOfTheBundleAreUsed() {
        warehouse()
                .withPropertyValues(
                        "connectioncheck.datafold.ssl.bundle=own",
                        "spring.ssl.bundle.pem.own.options.enabled-protocols=TLSv1.3",
                        "spring.ssl.bundle.pem.own.options.ciphers=TLS_AES_128_GCM_SHA256")
                .run(context -> assertThat(outcome(context).passed()).isTrue());
    }

    @Test
    void withoutTheBundleTheVendorIsNotTrusted() {
        warehouse()
                .run(context -> assertThat(outcome(context).error())
                        .get()
                        .extracting(Throwable::getMessage)
                        .asString()
                        .containsIgnoringCase("certificat"));
    }

    @Test
    void anUnknownBundleStopsTheStartAndIsNamed() {
        warehouse()
                .withPropertyValues("connectioncheck.datafold.ssl.bundle=nobody")
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(context.getStartupFailure())
                            .hasStackTraceContaining(
                                    "The client datafold names the SSL bundle nobody, which is not there");
                });
    }

    @Test
    void aBundleWithoutSpringsBundlesStopsTheStart() {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(ConnectionCheckAutoConfiguration.class))
                .withPropertyValues("connectioncheck.datafold.api-key=k", "connectioncheck.datafold.ssl.bundle=own")
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(SslAutoConfiguration.class.getSimpleName()));
    }

    @Test
    void customizersSeeEveryClientWithItsName() {
        List<String> names = new ArrayList<>();
        warehouse()
                .withPropertyValues(
                        "connectioncheck.datafold.ssl.bundle=own",
                        "connectioncheck.clients.eu.vendor=artie",
                        "connectioncheck.clients.eu.api-key=k")
                .withBean(VendorHttpClientCustomizer.class, () -> (client, builder) -> {
                    names.add(client);
                    builder.addInterceptor(chain -> chain.proceed(chain.request()
                            .newBuilder()
                            .header("X-Customized", client)
                            .build()));
                })
                .run(context -> {
                    assertThat(outcome(context).passed()).isTrue();
                    assertThat(names).containsExactlyInAnyOrder("datafold", "eu");
                    assertThat(sandbox.datafold().requests())
                            .anyMatch(request -> request.header("X-Customized").isPresent());
                });
    }

    private static CheckOutcome outcome(org.springframework.context.ApplicationContext context) {
        return context.getBean(ConnectionMonitor.class).check("warehouse").join();
    }
}
