package dev.connectioncheck.sandbox.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.Connection;
import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.model.MissingFieldException;
import dev.connectioncheck.model.SecretHolder;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A toy vendor's way of checking, which keeps every promise; tests override what is to be broken. */
class ToyChecks implements CheckProtocol<ToyTarget> {
    final ApiRuntime runtime;

    ToyChecks(ApiRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public String vendor() {
        return ToyTarget.VENDOR;
    }

    @Override
    public Class<ToyTarget> targetType() {
        return ToyTarget.class;
    }

    @Override
    public ApiCall<Progress> start(ToyTarget target) {
        return runtime.request("POST", "startToy", "/toys/{id}/checks")
                .path("id", target.id)
                .body(new Settings(target.password))
                .resend(resendOfStart())
                .call(JsonNode.class, 201)
                .map(this::read);
    }

    @Override
    public ApiCall<Progress> poll(ToyTarget target, Progress.Running last) {
        return runtime.request("GET", "getToy", "/checks/{id}")
                .path("id", last.checkId())
                .resend(Resend.ALWAYS)
                .call(JsonNode.class, 200)
                .map(this::read);
    }

    /** Two pages, counted by their number. */
    Optional<ApiCall<ConnectionPage>> connections() {
        return Optional.of(page(1));
    }

    ApiCall<ConnectionPage> page(int number) {
        return runtime.request("GET", "listToys", "/toys")
                .query("page", number)
                .resend(Resend.ALWAYS)
                .callForPage(JsonNode.class, 200)
                .map(answer -> read(answer, number));
    }

    ConnectionPage read(JsonNode answer, int number) {
        if (!answer.path("toys").isArray()) {
            throw new MissingFieldException("Toys", "toys");
        }
        return page(rows(answer), number);
    }

    final ConnectionPage page(List<Connection> rows, int number) {
        return number == 1 ? ConnectionPage.of(rows, page(2)) : ConnectionPage.last(rows);
    }

    List<Connection> rows(JsonNode answer) {
        List<Connection> rows = new ArrayList<>();
        answer.path("toys").forEach(toy -> rows.add(row(toy)));
        return rows;
    }

    Connection row(JsonNode toy) {
        return Connection.builder(vendor(), "toy", text(toy, "id"))
                .name(text(toy, "id"))
                .type("toy")
                .target(new ToyTarget(text(toy, "id"), ""))
                .build();
    }

    Resend resendOfStart() {
        return Resend.UNLESS_PROCESSED;
    }

    Progress read(JsonNode answer) {
        return switch (text(answer, "state")) {
            case "ok" -> Progress.passed();
            case "broken" -> Progress.failed(Optional.of(text(answer, "why")));
            default -> Progress.running(text(answer, "id"), text(answer, "state"));
        };
    }

    static String text(JsonNode answer, String field) {
        if (!answer.path(field).isTextual()) {
            throw new MissingFieldException("Toy", field);
        }
        return answer.path(field).textValue();
    }

    @Override
    public String reference(ToyTarget target) {
        return target.id;
    }

    @Override
    public ToyTarget targetOf(String reference) {
        return new ToyTarget(reference, "");
    }

    private record Settings(@JsonProperty("password") String password) implements SecretHolder {
        @Override
        public void secrets(Consumer<Object> sink) {
            sink.accept(password);
        }
    }
}
