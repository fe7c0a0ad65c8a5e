package dev.connectioncheck.reliability;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.PermissionDeniedException;
import dev.connectioncheck.RateLimitedException;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.reliability.TypedOperation.About;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Faults;
import dev.connectioncheck.sandbox.Phase;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to come of a fault at an operation, and how often it is sent.
 *
 * @param outcomes the outcomes that are right
 * @param sends how often it is sent
 * @param mayHaveHappened whether the vendor may have done what was asked for though the caller gets no value
 */
record TypedExpectation(Set<String> outcomes, int sends, boolean mayHaveHappened) {
    private static final int MOST = 3;
    private static final Set<String> HARMLESS = Set.of(
            "content type text/plain",
            "content type nonsense",
            "no content type",
            "connection closed after the response");
    private static final Set<String> EITHER = Set.of("duplicate keys", "numbers past 64 bits");
    private static final List<String> WIRE =
            Faults.wire().stream().map(Fault::name).toList();

    static TypedExpectation of(TypedOperation operation, String fault) {
        if (fault.startsWith("status ")) {
            return ofStatus(operation, Integer.parseInt(fault.substring(7, 10)), fault);
        }
        if (HARMLESS.contains(fault) || isGood(operation, fault)) {
            return new TypedExpectation(Set.of(TypedFinding.VALUE), 1, false);
        }
        if (EITHER.contains(fault) || isForeignObject(operation, fault)) {
            return new TypedExpectation(Set.of(TypedFinding.VALUE, name(UnexpectedResponseException.class)), 1, true);
        }
        return isWithoutAnswer(fault) ? withoutAnswer(operation, fault) : unreadable();
    }

    /** Answers of a fault that happen to be ones of the vendor's own. */
    private static boolean isGood(TypedOperation operation, String fault) {
        return switch (operation.phase()) {
            // Nothing is read of it but the status, and that it is no page of a proxy's.
            case DELETE -> !isWithoutAnswer(fault) && !isTooLong(fault) && !fault.equals("HTML with 200");
            // An empty account, or one without types, where the list is a bare array.
            case LIST, TYPES ->
                fault.equals("200 []") && Set.of("unstructured", "datafold").contains(operation.vendor());
            // Unstructured has no check yet: 200 with nothing or null.
            case POLL ->
                operation.vendor().equals("unstructured")
                        && Set.of("empty 200", "200 null").contains(fault);
            // Of a ping the status says it; of Squared's check no field is required, since it has two shapes.
            case START ->
                switch (operation.vendor()) {
                    case "artie" ->
                        Set.of("empty 200", "empty 204", "200 null", "200 {}").contains(fault);
                    case "squared" -> fault.equals("200 {}");
                    default -> false;
                };
            default -> false;
        };
    }

    /** An object that is not the vendor's, where none of the vendor's fields is required: no verdict comes of it. */
    private static boolean isForeignObject(TypedOperation operation, String fault) {
        return operation.phase() == Phase.START
                && Set.of("artie", "squared").contains(operation.vendor())
                && fault.startsWith("200 {");
    }

    private static boolean isWithoutAnswer(String fault) {
        return WIRE.contains(fault)
                && !Set.of("never-ending body", "content length too short").contains(fault);
    }

    private static boolean isTooLong(String fault) {
        return Set.of("never-ending body", "gzip bomb of 1024 MiB", "100 MiB of JSON")
                .contains(fault);
    }

    private static TypedExpectation unreadable() {
        return new TypedExpectation(Set.of(name(UnexpectedResponseException.class)), 1, true);
    }

    private static TypedExpectation withoutAnswer(TypedOperation operation, String fault) {
        boolean silent = fault.startsWith("silence") || fault.startsWith("one byte");
        if (silent && operation.isLong()) {
            return new TypedExpectation(Set.of(name(CheckTimeoutException.class)), 1, true);
        }
        return new TypedExpectation(
                Set.of(name(TransportException.class)), operation.resend().afterFailure() ? MOST : 1, true);
    }

    private static TypedExpectation ofStatus(TypedOperation operation, int status, String fault) {
        boolean later = Stream.of("9999", "2099").anyMatch(fault::contains);
        boolean again = !later && isSentAgain(operation, status);
        return new TypedExpectation(
                Set.of(name(exceptionOf(operation, status))), again ? MOST : 1, status == 408 || status >= 500);
    }

    private static boolean isSentAgain(TypedOperation operation, int status) {
        return switch (status) {
            case 425, 429 -> operation.resend().afterRefusal();
            case 408, 500, 502, 503, 504 -> operation.resend().afterFailure();
            default -> false;
        };
    }

    private static Class<?> exceptionOf(TypedOperation operation, int status) {
        return switch (status) {
            case 400, 409, 412, 422 -> InvalidRequestException.class;
            case 401 -> AuthenticationException.class;
            case 403 -> PermissionDeniedException.class;
            case 404 ->
                operation.about() == About.ONE ? TargetNotFoundException.class : UnexpectedResponseException.class;
            case 429 -> RateLimitedException.class;
            default -> status >= 500 ? VendorUnavailableException.class : UnexpectedResponseException.class;
        };
    }

    private static String name(Class<?> type) {
        return type.getSimpleName();
    }

    /** Whether a caller has to be told so. */
    boolean isLost(TypedOperation operation) {
        return mayHaveHappened && operation.changes();
    }
}
