package dev.connectioncheck.benchmarks.polls;

import dev.connectioncheck.PaceMemory;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A memory as users write one; it can be copied, so that what was learnt once serves several runs. */
final class TextMemory implements PaceMemory {
    private final Map<String, String> texts;

    TextMemory() {
        this(Map.of());
    }

    private TextMemory(Map<String, String> texts) {
        this.texts = new HashMap<>(texts);
    }

    TextMemory copy() {
        return new TextMemory(texts);
    }

    @Override
    public Optional<String> recall(String key) {
        return Optional.ofNullable(texts.get(key));
    }

    @Override
    public void remember(String key, String pace) {
        texts.put(key, pace);
    }
}
