package dev.connectioncheck.testing;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.SettingKey.Kind;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.List;
import java.util.Optional;

/**
 * A vendor that no module of ours knows, for those that find vendors as services. Its pipes work unless they are
 * blocked, and one breaks its own module.
 */
public final class ToyModule implements VendorModule {
    @Override
    public String vendor() {
        return "toy";
    }

    @Override
    public List<SettingKey> clientKeys() {
        return List.of(
                SettingKey.of("api-key", Kind.SECRET, "The key.").asRequired().withVariable("TOY_KEY"));
    }

    @Override
    public List<SettingKey> targetKeys() {
        return List.of(SettingKey.of("pipe", Kind.TEXT, "A pipe.").asRequired());
    }

    @Override
    public VendorClient client(Settings settings) {
        return new Client();
    }

    @Override
    public CheckTarget target(Settings settings) {
        String pipe = settings.requiredText("pipe");
        if (pipe.equals("buggy")) {
            throw new IllegalStateException("a bug");
        }
        return new Pipe(pipe);
    }

    /** Checks pipes. */
    record Client() implements VendorClient, CheckProtocol<Pipe> {
        @Override
        public CheckProtocol<Pipe> checks() {
            return this;
        }

        @Override
        public String vendor() {
            return "toy";
        }

        @Override
        public Class<Pipe> targetType() {
            return Pipe.class;
        }

        @Override
        public ApiCall<Progress> start(Pipe target) {
            return ApiCall.of(
                    target.name.equals("blocked")
                            ? Progress.failed(Optional.of("blocked by a cat"))
                            : Progress.passed());
        }
    }

    /** A pipe. */
    static final class Pipe implements CheckTarget {
        private final String name;

        Pipe(String name) {
            this.name = name;
        }

        @Override
        public String vendor() {
            return "toy";
        }

        @Override
        public Optional<String> id() {
            return Optional.of(name);
        }
    }
}
