// What the README shows; a test compiles and runs it beside the README's file.
// tag::test
import dev.connectioncheck.junit.ConnectionsSource;

class DeployedConnectionsTest {
    @ConnectionsSource("connections.yaml")
    void works() {}
}
// end::test
