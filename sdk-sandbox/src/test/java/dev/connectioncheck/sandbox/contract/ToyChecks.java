package dev.connectioncheck.sandbox.contract;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.model.MissingFieldException;
import dev.connectioncheck.model.SecretHolder;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
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

    private static String text(JsonNode answer, String field) {
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
