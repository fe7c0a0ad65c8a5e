package dev.connectioncheck.internal.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Violation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of the bodies of errors: every shape that a vendor is known to send. */
class ErrorBodyTest {
    /** A recorded body and what it objects to. */
    record Shape(String body, List<Violation> violations) {}

    static Stream<Shape> shapes() {
        return Stream.of(
                shape("{'errors':{'connection_spec':['must be filled']}}", "connection_spec", "must be filled"),
                shape(
                        "{'errors':{'connector':{'connector_type':['is missing','must be a string']}}}",
                        "connector.connector_type",
                        "is missing",
                        "connector.connector_type",
                        "must be a string"),
                shape(
                        "{'errors':{'connector':{'[:connector_type, :connector_name]':['invalid connector source name']}}}",
                        "connector.[:connector_type, :connector_name]",
                        "invalid connector source name"),
                shape(
                        "{'errors':[{'status':400,'title':'Bad Request','detail':'There was a problem with the request"
                                + " format: x','source':{'pointer':'/request/payload'}}]}",
                        "/request/payload",
                        "There was a problem with the request format: x"),
                shape(
                        "{'errors':[{'status':422,'title':'Error','detail':'Connector creation failed',"
                                + "'source':{'configuration':'translation missing'}}]}",
                        "configuration",
                        "Connector creation failed"),
                shape(
                        "{'errors':[{'detail':'Connector creation failed','source':{'name':'cannot be blank',"
                                + "'configuration':'Translation missing. Options','type':['a','b']}}]}",
                        "name",
                        "cannot be blank",
                        "type",
                        "a",
                        "type",
                        "b"),
                shape("{'errors':[{'detail':'no','source':{'parameter':'page'}}]}", "parameter", "no"),
                shape("{'errors':[{'detail':'no','source':{}}]}", "", "no"),
                shape("{'errors':[{'status':401,'title':'Error','detail':'Unauthorized'}]}", "", "Unauthorized"),
                shape("{'status':400,'error':'Bad Request'}", "", "Bad Request"),
                shape(
                        "{'error':'param is missing: connector\\nDid you mean?'}",
                        "",
                        "param is missing: connector\nDid you mean?"),
                shape("{'detail':'API key is malformed'}", "", "API key is malformed"),
                shape(
                        "{'detail':[{'loc':['body','items',3,'id'],'msg':'Input should be a valid UUID','type':'x'},"
                                + "{'loc':['query'],'msg':'b'}]}",
                        "body.items.3.id",
                        "Input should be a valid UUID",
                        "query",
                        "b"),
                shape(
                        "{'errors':[{'field':'access_config.service_account_key','message':'Field is sensitive'}]}",
                        "access_config.service_account_key",
                        "Field is sensitive"),
                shape(
                        "{'type':'/errors/integrity','title':'Uniqueness violation','status':409,'detail':'taken',"
                                + "'instance':'abc'}",
                        "",
                        "taken"),
                shape(
                        "{'type':'/errors/x','title':'Invalid','status':422,'instance':'abc','errors':{'name':'too long'}}",
                        "name",
                        "too long"),
                shape("{'title':'Uniqueness violation','status':409,'instance':'abc'}", "", "Uniqueness violation"),
                shape("{'message':'no'}", "", "no"));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aKnownShapeIsReadInTheVendorsOrder(Shape shape) {
        assertThat(read(shape.body()).violations()).containsExactlyElementsOf(shape.violations());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"text\"",
                "[]",
                "{}",
                "<html>502</html>",
                "Internal Server Error",
                "{\"error\":",
                "{\"error\":7}",
                "{\"errors\":null,\"detail\":{}}",
                "{\"error\":\" \"}",
                "{\"error\":\"a\"} x",
                "{\"error\":\"a\",\"error\":\"b\"}",
            })
    void aBodyThatSaysNothingIsNoTrouble(String body) {
        assertThat(read(body).violations()).isEmpty();
        assertThat(read(body).instance()).isEmpty();
    }

    @Test
    void bytesThatAreNoTextAreNoTrouble() {
        assertThat(ErrorBody.read(new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'})
                        .violations())
                .isEmpty();
        assertThat(read("[".repeat(100_000)).violations()).isEmpty();
    }

    @Test
    void violationsAreReadUpToABound() {
        String many = "{\"detail\":[" + "\"x\",".repeat(99) + "\"x\"]}";

        assertThat(read(many).violations()).hasSize(50);
    }

    private static ErrorBody read(String body) {
        return ErrorBody.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static Shape shape(String body, String... fieldsAndMessages) {
        Violation[] violations = new Violation[fieldsAndMessages.length / 2];
        for (int i = 0; i < violations.length; i++) {
            violations[i] = Violation.of(fieldsAndMessages[2 * i], fieldsAndMessages[2 * i + 1]);
        }
        return new Shape(body.replace('\'', '"'), List.of(violations));
    }
}
