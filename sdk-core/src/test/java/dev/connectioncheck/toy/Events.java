package dev.connectioncheck.toy;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes down what a listener hears. */
public final class Events implements CheckListener {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());

    public List<String> heard() {
        return List.copyOf(heard);
    }

    public CheckOptions options(Duration timeout) {
        return CheckOptions.builder().timeout(timeout).listener(this).build();
    }

    @Override
    public void onStart(CheckTarget target) {
        heard.add("start " + target);
    }

    @Override
    public void onPoll(CheckTarget target, String status, int polls) {
        heard.add("poll " + polls + " " + status);
    }

    @Override
    public void onStatusChange(CheckTarget target, String status) {
        heard.add("status " + status);
    }

    @Override
    public void onFinish(CheckOutcome outcome) {
        heard.add("finish "
                + outcome.result()
                        .map(result -> result.verdict().name())
                        .orElseGet(
                                () -> outcome.error().orElseThrow().getClass().getSimpleName()));
    }
}
