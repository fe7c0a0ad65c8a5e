package dev.connectioncheck.internal.call;

import dev.connectioncheck.AuthenticationException;
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
import dev.connectioncheck.internal.json.UnreadableAnswerException;
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
    private final CallEnds ends;

    Errors(CallPlan<?> plan, CallEnds ends) {
        this.transport = plan.transport();
        this.request = plan.request();
        this.secrets = ends.secrets();
        this.budget = ends.budget();
        this.ends = ends;
    }

    /** Explains an answer whose status is none of the operation's good ones. */
    public ConnectionCheckException ofStatus(Answer answer) {
        int status = answer.status();
        ErrorBody body = ErrorBody.read(answer.body());
        List<Violation> violations = cleaned(body.violations());
        String words = status >= 500 ? "" : words(violations);
        Failure failure = failure(answer, body, words);
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

    private Failure failure(Answer answer, ErrorBody body, String words) {
        int status = answer.status();
        String advice = transport.hints().hint(status, words).orElseGet(() -> advice(status));
        String message = sentences(who() + " answered " + status + (words.isEmpty() ? "" : ": " + words), advice);
        return ends.withIfLost(saysNothingOfTheWork(status) ? request.ifLost() : null)
                .failureOf(message, Retries.tendsToPass(status))
                .status(status)
                .requestId(requestId(answer)
                        .or(() -> body.instance().map(secrets::cleanWord))
                        .orElse(null))
                .build();
    }

    private String advice(int status) {
        return switch (status) {
            case 401 -> "Check the API key: it may be wrong, expired or revoked.";
            case 403 -> "The API key is valid, but may not do this; give its owner the permission.";
            case 404 ->
                request.aboutTarget()
                        ? "Check the id, and that the API key and the base URL are of the account that owns it."
                        : "Check the base URL: there is no such operation at " + transport.baseUrl() + ".";
            case 400, 409, 412, 422 -> "Correct the request; the same one will be refused again.";
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
                ends.withIfLost(request.ifLost())
                        .failureOf(
                                who() + " answered " + answer.status() + ", but the answer can't be understood: "
                                        + reason + ". It is no verdict; check the base URL and what stands between.",
                                false)
                        .status(answer.status())
                        .requestId(requestId(answer).orElse(null))
                        .build(),
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

    private Optional<String> requestId(Answer answer) {
        return answer.requestId().map(secrets::cleanWord);
    }

    private Failure withoutAnswer(String message, boolean retryable) {
        return ends.failureOf(message, retryable).build();
    }

    /** A server that broke down, and a proxy that gave up on it, don't know what became of the request. */
    static boolean saysNothingOfTheWork(int status) {
        return status == 408 || status >= 500;
    }

    private String who() {
        return transport.vendor() + " " + request.operation();
    }

    private List<Violation> cleaned(List<Violation> violations) {
        return violations.stream()
                .map(each -> Violation.of(secrets.cleanWord(each.field()), secrets.clean(each.message())))
                .toList();
    }

    private static String words(List<Violation> violations) {
        return violations.stream()
                .map(each -> each.field().isEmpty() ? each.message() : each.field() + " " + each.message())
                .collect(Collectors.joining("; "));
    }

    private static String sentences(String first, String second) {
        return first + (first.endsWith(".") ? " " : ". ") + second;
    }

    private static String lowerFirst(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
