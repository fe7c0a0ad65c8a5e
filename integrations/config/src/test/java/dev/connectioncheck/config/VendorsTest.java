package dev.connectioncheck.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.spi.VendorModule;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorsTest {
    @ParameterizedTest
    @ValueSource(strings = {"clients", "connections", "config", "watch", "health"})
    void aVendorCannotHaveTheNameOfAKey(String name) {
        assertThatIllegalStateException()
                .isThrownBy(() -> read(Pipes.of(name)))
                .withMessageContainingAll("A vendor can't be named " + name, "Pipes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "tags", "timeout", "all"})
    void aVendorsTargetCannotHaveAKeyOfEveryConnection(String key) {
        assertThatIllegalStateException()
                .isThrownBy(() -> read(Pipes.of("acme").withTargetKey(key)))
                .withMessageContainingAll("acme", "can't have the key " + key);
    }

    @Test
    void aVendorsClientCannotHaveAKeyOfEveryClient() {
        assertThatIllegalStateException()
                .isThrownBy(() -> read(Pipes.of("acme").withClientKey("vendor")))
                .withMessageContainingAll("acme", "can't have the key vendor");
    }

    @Test
    void twoModulesForOneVendorAreRefused() {
        VendorModule artie = Files.fourVendors().stream()
                .filter(module -> module.vendor().equals("artie"))
                .findFirst()
                .orElseThrow();

        assertThatIllegalStateException()
                .isThrownBy(() -> read(artie, Pipes.of("artie")))
                .withMessageContainingAll("Two modules are for the vendor artie", "ArtieModule", "Pipes");
    }

    @Test
    void aKeyWithoutAVariableCannotComeFromTheEnvironment() {
        ConnectionsReader reader = ConnectionsFile.reader()
                .vendors(List.of(Pipes.of("acme").withClientKey("token")))
                .environment(name -> null);

        org.assertj.core.api.Assertions.assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> reader.parse("c", "connections: { a: { client: acme, pipe: p } }"))
                .withMessage("c:1:29: No environment variable stands for token, which a client of acme needs that is"
                        + " not in clients.");
    }

    @Test
    void withoutVendorsTheMessageSaysSo() {
        org.assertj.core.api.Assertions.assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() ->
                        ConnectionsFile.reader().vendors(List.of()).parse("c", "connections: { a: { client: acme } }"))
                .withMessage("c:1:29: The client acme is not known; known are none.");
    }

    @Test
    void aPathIntoAKeyIsFoundAsFarAsItIsThere() {
        Place start = Place.of("start");
        Node.Mapping mapping = (Node.Mapping) YamlReader.read("c", "settings:\n  db:\n    port: x\n", new Diagnostics())
                .orElseThrow();

        assertThat(KeyReader.placeOf(mapping, "settings.db.port", start)).hasToString("c:3:11");
        assertThat(KeyReader.placeOf(mapping, "settings.db.port.deeper", start)).hasToString("c:3:11");
        assertThat(KeyReader.placeOf(mapping, "settings.host", start)).hasToString("c:2:3");
        assertThat(KeyReader.placeOf(mapping, "source", start)).hasToString("start");
    }

    @Test
    void theFourVendorsAreServices() {
        assertThat(Files.fourVendors())
                .extracting(VendorModule::vendor)
                .containsExactlyInAnyOrder("squared", "unstructured", "datafold", "artie");
    }

    private static void read(VendorModule... modules) {
        ConnectionsFile.reader().vendors(List.of(modules)).parse("c", "connections: {}");
    }
}
