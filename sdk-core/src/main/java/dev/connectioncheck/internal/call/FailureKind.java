package dev.connectioncheck.internal.call;

/** Why a request has no answer, as far as exceptions tell. */
public enum FailureKind {
    /** There is no usable key. */
    NO_KEY(false),
    /** The supplier gave the refused key again. */
    SAME_KEY(false),
    /** The answer is longer than any that makes sense. */
    TOO_LONG(false),
    /** An interceptor turned the request away. */
    WRONG_ORIGIN(false),
    /** Classes of different releases of a library are mixed. */
    LIBRARIES(false),
    /** The certificate's time is over, or has not come. */
    CERTIFICATE_DATE(false),
    /** The certificate is somebody else's. */
    CERTIFICATE_NAME(false),
    /** The certificate is of no authority that is trusted here, or not the pinned one. */
    CERTIFICATE_TRUST(false),
    /** The server wants a certificate of ours. */
    CLIENT_CERTIFICATE(false),
    /** What answers there does not speak TLS. */
    NO_TLS(false),
    /** The two do not agree on TLS: no version or cipher in common, or a certificate of ours is missing. */
    TLS_HANDSHAKE(false),
    /** The proxy wants to know who asks. */
    PROXY_LOGIN(false),
    /** The proxy does not let requests through to there. */
    PROXY_REFUSAL(false),
    /** The proxy did not get through. */
    PROXY_TROUBLE(true),
    /** The name has no address. */
    UNKNOWN_HOST(true),
    /** The process has no thread left for it. */
    NO_THREAD(true),
    /** The dispatcher's executor does not want it. */
    REJECTED(true),
    /** The process has no file descriptor left for it. */
    TOO_MANY_FILES(true),
    /** The server said of this request that it did not process it (RFC 9113, sections 6.8 and 8.7). */
    REFUSED_STREAM(true),
    /** Nothing listens there, or nothing lets us through. */
    UNREACHABLE(true),
    /** The time of something is over. */
    TIMED_OUT(true),
    /** Something else; see the exception. */
    OTHER(true);

    private final boolean mayPass;

    FailureKind(boolean mayPass) {
        this.mayPass = mayPass;
    }

    /** Tells whether the same request may well succeed later. */
    public boolean mayPass() {
        return mayPass;
    }
}
