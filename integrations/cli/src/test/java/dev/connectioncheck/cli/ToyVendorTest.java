package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.testing.ToyModule;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vendor of somebody else, whose classes stand beside the jar. */
class ToyVendorTest {
    @TempDir
    private Path folder;

    @Test
    void aVendorOfSomebodyElseIsCheckedAndNamesItsFailure() throws Exception {
        write("connections: { one: { client: toy, pipe: clear }, two: { client: toy, pipe: blocked } }");

        Command.Ended ended = command().run("check");

        assertThat(ended.code()).as(ended.err()).isEqualTo(1);
        assertThat(ended.out()).containsPattern("PASSED +one").containsPattern("FAILED +two .*blocked by a cat");
    }

    @Test
    void aFaultOfAModuleEndsWithSeventyAndSaysWhere() throws Exception {
        write("connections: { one: { client: toy, pipe: buggy } }");

        Command.Ended ended = command().run("check");

        assertThat(ended.code()).isEqualTo(70);
        assertThat(ended.err()).contains("please report it", "ToyModule.target").doesNotContain("a bug");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void aVendorThatCannotListIsNoErrorOfAList() throws Exception {
        write("connections: { all of it: { client: toy, all: true } }");

        Command.Ended list = command().run("list", "-q");
        assertThat(list.code()).as(list.err()).isZero();
        assertThat(list.err()).isEmpty();

        Command.Ended check = command().run("check");
        assertThat(check.code()).isEqualTo(2);
        assertThat(check.err()).contains("stands for no connection, so nothing was checked");
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("connections.yaml"), text);
    }

    private Command command() throws URISyntaxException {
        return Command.in(folder)
                .with("TOY_KEY", "k")
                .beside(placeOf(ToyModule.class))
                .beside(placeOf(ToyVendorTest.class));
    }

    /** The module is in one place, and what makes a service of it in the other. */
    private static Path placeOf(Class<?> of) throws URISyntaxException {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
