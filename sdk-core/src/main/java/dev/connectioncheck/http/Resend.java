package dev.connectioncheck.http;

/**
 * Says when a request may be retried, without the caller asking for it.
 *
 * <p>A request that surely never left this machine (name look-up, connecting or TLS failed) may always be retried. What
 * differs is what may follow once it was sent.
 */
public enum Resend {
    /** Sending it twice does no harm: after any trouble that tends to pass. */
    ALWAYS(true, true, true),
    /** Only if the vendor says that it did not process it: 425, 429, or 401 with a renewable key. */
    UNLESS_PROCESSED(false, true, true),
    /** Never once it was sent, except with a renewed key after 401, which vendors answer before they read a request. */
    UNLESS_SENT(false, false, true),
    /** Never once it was sent. */
    NEVER(false, false, false);

    private final boolean afterFailure;
    private final boolean afterRefusal;
    private final boolean afterRenewal;

    Resend(boolean afterFailure, boolean afterRefusal, boolean afterRenewal) {
        this.afterFailure = afterFailure;
        this.afterRefusal = afterRefusal;
        this.afterRenewal = afterRenewal;
    }

    /**
     * Tells whether the request may be retried though it may have been processed.
     *
     * @return true for requests that do no harm twice
     */
    public boolean afterFailure() {
        return afterFailure;
    }

    /**
     * Tells whether the request may be retried after the vendor refused to process it for now (425, 429).
     *
     * @return true unless it must not be sent twice at all
     */
    public boolean afterRefusal() {
        return afterRefusal;
    }

    /**
     * Tells whether the request may be retried with a renewed key after the vendor refused the old one (401).
     *
     * @return true for all but requests that must never be sent twice
     */
    public boolean afterRenewal() {
        return afterRenewal;
    }
}
