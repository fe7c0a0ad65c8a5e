package dev.connectioncheck.internal.call;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.PermissionDeniedException;
import dev.connectioncheck.RateLimitedException;
import dev.connectioncheck.TargetNotFoundException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.VendorUnavailableException;
import dev.connectioncheck.Violation;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.internal.secret.Cleaner;
import dev.connectioncheck.internal.secret.SafeCause;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.AnswerTooLongException;
import dev.connectioncheck.internal.wire.ApiRequest;
import dev.connectioncheck.internal.wire.Transport;
import dev.connectioncheck.internal.wire.UnusableKeyException;
import dev.connectioncheck.internal.wire.WrongOriginException;
import dev.connectioncheck.model.MissingFieldException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the exception that fits what happened to a request: who, what, and what the user can do; nothing secret. */
public final class Errors {
    /** OkHttp's words, which are all that it tells of it. */
    private static final String EXECUTOR_REJECTED = "executor rejected";

    private final Transport transport;
    private final ApiRequest request;
    private final Secrets secrets;
    private final CallBudget budget;

    public Errors(Transport transport, ApiRequest request, Secrets secrets, CallBudget budget) {
        this.transport = transport;
        this.request = request;
        this.secrets = secrets;
        this.budget = budget;
    }

    /** Explains an answer whose status is none of the operation's good ones. */
    public ConnectionCheckException ofStatus(Answer answer) {
        int status = answer.status();
        ErrorBody body = ErrorBody.read(answer.body());
        Cleaner cleaner = secrets.cleaner();
        List<Violation> violations = cleaned(body.violations(), cleaner);
        String words = status >= 500 ? "" : words(violations);
        Failure failure = failure(answer, body, words, cleaner);
        return switch (status) {
            case 400, 409, 412, 422 -> new InvalidRequestException(failure, violations);
            case 401 -> new AuthenticationException(failure, null);
            case 403 -> new PermissionDeniedException(failure, null);
            case 429 ->
                new RateLimitedException(
                        failure, answer.retryAfter(budget.time().now()));
            case 404 ->
                request.aboutTarget()
                        ? new TargetNotFoundException(failure, null)
                        : new UnexpectedResponseException(failure, null);
            default ->
                status >= 500 && status <= 599
                        ? new VendorUnavailableException(failure, null)
                        : new UnexpectedResponseException(failure, null);
        };
    }

    private Failure failure(Answer answer, ErrorBody body, String words, Cleaner cleaner) {
        int status = answer.status();
        String advice = transport.hints().hint(status, words).orElseGet(() -> advice(status));
        return new Failure(
                transport.vendor(),
                request.operation(),
                sentences(who() + " answered " + status + (words.isEmpty() ? "" : ": " + words), advice),
                OptionalInt.of(status),
                answer.requestId().or(body::instance).map(cleaner::cleanWord),
                Retries.tendsToPass(status),
                budget.token().get());
    }

    private String advice(int status) {
        return switch (status) {
            case 401 -> "Check the API key: it may be wrong, expired or revoked.";
            case 403 -> "The API key is valid, but may not do this; give its owner the permission.";
            case 404 ->
                request.aboutTarget()
                        ? "Check the id, and that the API key and the base URL are of the account that owns it."
                        : "Check the base URL: there is no such operation at " + transport.baseUrl() + ".";
            case 400, 409, 412, 422 -> "Mend the request; the same one will be refused again.";
            case 429 -> "Ask less often, or later.";
            default -> adviceOfClass(status);
        };
    }

    private String adviceOfClass(int status) {
        if (status >= 500) {
            return "The vendor, or a proxy before it, is in trouble; try again later.";
        }
        return status >= 300 && status < 400
                ? "Redirects are not followed, since the key would travel along; check the base URL."
                : "This is no answer that the SDK knows; check the base URL and what stands between.";
    }

    /** Explains an answer with a good status that can't be understood. */
    UnexpectedResponseException unreadable(Answer answer, RuntimeException why) {
        boolean known = why instanceof UnreadableAnswerException || why instanceof MissingFieldException;
        String reason = known
                ? String.valueOf(why.getMessage())
                : "reading it threw " + why.getClass().getName();
        return new UnexpectedResponseException(
                new Failure(
                        transport.vendor(),
                        request.operation(),
                        who() + " answered " + answer.status() + ", but the answer can't be understood: " + reason
                                + ". It is no verdict; check the base URL and what stands between.",
                        OptionalInt.of(answer.status()),
                        answer.requestId().map(secrets::cleanWord),
                        false,
                        budget.token().get()),
                known ? null : SafeCause.of(why, secrets));
    }

    /** Explains why there is no answer. */
    public ConnectionCheckException ofFailure(IOException failure) {
        if (failure instanceof UnusableKeyException) {
            return new AuthenticationException(
                    withoutAnswer(who() + " was not sent: there is no usable API key. " + failure.getMessage(), false),
                    null);
        }
        if (failure instanceof AnswerTooLongException) {
            return new UnexpectedResponseException(
                    withoutAnswer(
                            sentences(
                                    who() + " was answered, but " + lowerFirst(failure.getMessage()),
                                    "It is no verdict; check the base URL."),
                            false),
                    null);
        }
        return new TransportException(
                withoutAnswer(
                        sentences(who() + " got no complete answer", cause(failure)), Retries.tendsToPass(failure)),
                SafeCause.of(failure, secrets));
    }

    private String cause(IOException failure) {
        if (failure instanceof UnknownHostException) {
            return "The name " + transport.baseUrl().host() + " can't be resolved; check the base URL and the network.";
        }
        if (EXECUTOR_REJECTED.equals(failure.getMessage())) {
            return "The executor of the given httpClient(...) takes no more calls; it may have been shut down.";
        }
        if (failure instanceof InterruptedIOException) {
            return "The attempt took too long; check the network, or raise attemptTimeout or connectTimeout.";
        }
        if (failure instanceof WrongOriginException) {
            return String.valueOf(failure.getMessage());
        }
        if (Retries.isDistrust(failure)) {
            return "The server's certificate is not trusted; check the base URL, or give httpClient(...) with your own trust.";
        }
        return "The connection failed (" + failure.getClass().getSimpleName() + "); see the cause.";
    }

    /** Explains that the deadline came in the middle of a call. */
    CheckTimeoutException timedOut(@Nullable ConnectionCheckException trouble) {
        String message = sentences(
                who() + " had no answer by the deadline",
                trouble == null ? "Allow more time." : "Before that: " + trouble.getMessage());
        return new CheckTimeoutException(withoutAnswer(message, true), Optional.empty(), 0, trouble);
    }

    /** Explains an end that came from outside. */
    ConnectionCheckException stopped(Machine.Stop why) {
        return switch (why) {
            case INTERRUPTED ->
                new CheckInterruptedException(
                        withoutAnswer(who() + ": the waiting thread was interrupted.", true), null);
            case CANCELLED ->
                new CheckCancelledException(
                        withoutAnswer(who() + ": cancelled, or the ConnectionChecker was closed.", false), null);
        };
    }

    /** Explains that our own code, or a vendor module's, threw. */
    ConnectionCheckException broken(Throwable fault) {
        return new ConnectionCheckException(
                withoutAnswer(
                        who() + ": the SDK or a function given to the call threw "
                                + fault.getClass().getName() + "; see the cause.",
                        false),
                SafeCause.of(fault, secrets));
    }

    private Failure withoutAnswer(String message, boolean retryable) {
        return new Failure(
                transport.vendor(),
                request.operation(),
                message,
                OptionalInt.empty(),
                Optional.empty(),
                retryable,
                budget.token().get());
    }

    private String who() {
        return transport.vendor() + " " + request.operation();
    }

    private static List<Violation> cleaned(List<Violation> violations, Cleaner cleaner) {
        return violations.stream()
                .map(each -> new Violation(
                        cleaner.cleanWord(each.field()), cleaner.cleanField(each.field(), each.message())))
                .toList();
    }

    private static String words(List<Violation> violations) {
        return Cleaner.shortened(violations.stream()
                .map(each -> each.field().isEmpty() ? each.message() : each.field() + " " + each.message())
                .collect(Collectors.joining("; ")));
    }

    private static String sentences(String first, String second) {
        return first + (first.endsWith(".") ? " " : ". ") + second;
    }

    private static String lowerFirst(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
