package dev.connectioncheck.temporal;

import dev.connectioncheck.Verdict;
import java.util.Optional;

/** Hands verdicts to the user's table, and tells of changes. */
final class Recorder {
    private final Verdicts verdicts;

    Recorder(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** Records first, so that trouble with telling leaves the table right; all of it is done again after trouble. */
    void record(StoredVerdict now) {
        verdicts.record(now);
        now.verdict().ifPresent(verdict -> tell(verdict, now));
    }

    private void tell(Verdict verdict, StoredVerdict now) {
        Optional<Verdict> before = verdicts.previous(now);
        if (before.isPresent() && before.get() != verdict) {
            verdicts.changed(before.get(), now);
        }
    }
}
