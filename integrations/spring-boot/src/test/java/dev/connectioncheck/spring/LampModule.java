package dev.connectioncheck.spring;

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A vendor without HTTP, whose answers a test decides: it tells whether lamps are lit. */
public final class LampModule implements VendorModule {
    private static final Map<String, CompletableFuture<Progress>> LAMPS = new ConcurrentHashMap<>();
    private static final Map<String, AtomicInteger> ASKED = new ConcurrentHashMap<>();

    static void lit(String lamp) {
        LAMPS.put(lamp, CompletableFuture.completedFuture(Progress.passed()));
    }

    static void dark(String lamp, String why) {
        LAMPS.put(lamp, CompletableFuture.completedFuture(Progress.failed(Optional.of(why))));
    }

    static void dim(String lamp) {
        LAMPS.put(lamp, CompletableFuture.completedFuture(Progress.inconclusive("half lit")));
    }

    static void answersWith(String lamp, CompletableFuture<Progress> answer) {
        LAMPS.put(lamp, answer);
    }

    static int asked(String lamp) {
        return ASKED.computeIfAbsent(lamp, name -> new AtomicInteger()).get();
    }

    static void forgetAll() {
        LAMPS.clear();
        ASKED.clear();
    }

    @Override
    public String vendor() {
        return "lamp";
    }

    @Override
    public List<SettingKey> clientKeys() {
        return List.of(
                SettingKey.of("api-key", Kind.SECRET, "The key.").asRequired().withVariable("LAMP_KEY"),
                SettingKey.of("connect-timeout", Kind.DURATION, "A time."));
    }

    @Override
    public List<SettingKey> targetKeys() {
        return List.of(
                SettingKey.of("lamp-id", Kind.TEXT, "A lamp.").asRequired(),
                SettingKey.of("settings", Kind.SETTINGS, "How it is wired."));
    }

    @Override
    public LampClient client(Settings settings) {
        return new LampClient(
                settings.requiredText("api-key"),
                settings.duration("connect-timeout").isPresent());
    }

    @Override
    public CheckTarget target(Settings settings) {
        return new Lamp(
                settings.requiredText("lamp-id"), settings.settings("settings").orElse(Map.of()));
    }

    /** Asks lamps. */
    record LampClient(String key, boolean isTimed) implements VendorClient, CheckProtocol<Lamp> {
        @Override
        public CheckProtocol<Lamp> checks() {
            return this;
        }

        @Override
        public String vendor() {
            return "lamp";
        }

        @Override
        public Class<Lamp> targetType() {
            return Lamp.class;
        }

        @Override
        public ApiCall<Progress> start(Lamp target) {
            ASKED.computeIfAbsent(target.lamp, name -> new AtomicInteger()).incrementAndGet();
            return ApiCall.from(
                    () -> LAMPS.getOrDefault(target.lamp, CompletableFuture.completedFuture(Progress.passed())));
        }
    }

    /** A lamp. */
    record Lamp(String lamp, Map<String, ? extends @Nullable Object> settings) implements CheckTarget {
        @Override
        public String vendor() {
            return "lamp";
        }

        @Override
        public Optional<String> id() {
            return Optional.of(lamp);
        }
    }
}
