package dev.connectioncheck.toy;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import java.time.Duration;
import java.util.Optional;

/** The toy vendor's checks: works, broken and odd are ends, every other status goes on. */
final class ToyChecks implements CheckProtocol<ToyTarget> {
    private final ToyClient client;

    ToyChecks(ToyClient client) {
        this.client = client;
    }

    @Override
    public String vendor() {
        return ToyClient.VENDOR;
    }

    @Override
    public Class<ToyTarget> targetType() {
        return ToyTarget.class;
    }

    @Override
    public ApiCall<Progress> start(ToyTarget target) {
        return client.startCheck(target.key(), new ToyBody(target.settings())).map(ToyChecks::progress);
    }

    @Override
    public ApiCall<Progress> poll(ToyTarget target, Progress.Running last) {
        if (last.status().equals("break the module")) {
            throw new IllegalStateException("the module holds s3cr3t-of-the-module");
        }
        return client.readCheck(target.key(), last.checkId()).map(ToyChecks::progress);
    }

    @Override
    public String reference(ToyTarget target) {
        return target.key();
    }

    @Override
    public ToyTarget targetOf(String reference) {
        if (!reference.matches("[a-z0-9-]+")) {
            throw new IllegalArgumentException("no toy");
        }
        return ToyTarget.toy(reference);
    }

    private static Progress progress(Toy toy) {
        Optional<String> message = Optional.ofNullable(toy.message());
        return switch (toy.status()) {
            case "works" -> Progress.passed();
            case "broken" -> Progress.failed(message);
            case "odd" -> Progress.inconclusive(message.orElse("odd"));
            default ->
                Progress.running(toy.id(), toy.status())
                        .withRetryAfter(Optional.ofNullable(toy.patience()).map(Duration::ofSeconds));
        };
    }
}
