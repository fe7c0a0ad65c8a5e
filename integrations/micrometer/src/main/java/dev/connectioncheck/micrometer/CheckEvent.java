package dev.connectioncheck.micrometer;

import io.micrometer.observation.Observation;

/** What may happen in the course of a check. */
enum CheckEvent implements Observation.Event {
    /** The vendor took the check on; one that answers at once does not say so. */
    ACCEPTED("accepted"),
    /** The vendor's word for the state of the check has changed; the word itself is not told. */
    STATUS_CHANGED("status.changed"),
    /** A request is going to be sent again. */
    RETRIED("retried");

    private final String eventName;

    CheckEvent(String eventName) {
        this.eventName = eventName;
    }

    @Override
    public String getName() {
        return eventName;
    }

    /** The same for every check, so that spans of all vendors read alike. */
    @Override
    public String getContextualName() {
        return eventName;
    }
}
