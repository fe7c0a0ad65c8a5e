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
import dev.connectioncheck.internal.secret.Cleaner;
import dev.connectioncheck.internal.secret.SafeCause;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.AnswerTooLongException;
import dev.connectioncheck.internal.wire.ApiRequest;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.Transport;
import dev.connectioncheck.internal.wire.UnusableKeyException;
import dev.connectioncheck.model.MissingFieldException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the exception that fits what happened to a request: who, what, and what the user can do; nothing secret. */
public final class Errors {
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
        Cleaner cleaner = secrets.cleaner();
        List<Violation> violations = cleaned(body.violations(), cleaner);
        String words = status >= 500 ? "" : words(violations);
        Failure failure = failure(answer, body, words, cleaner);
        if (transport.isSignIn(answer)) {
            return new AuthenticationException(failure, null);
        }
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
        String advice = new Advice(transport, request).about(answer, words);
        boolean lost = saysNothingOfTheWork(status) && request.ifLost() != null;
        String said = who() + " answered " + status + (answer.isHtml() ? " with an HTML page" : "");
        return ends.failure(sentences(words.isEmpty() ? said : said + ": " + words, advice)
                        + CallEnds.ifLost(lost ? request.ifLost() : null))
                .status(status)
                .requestId(answer.requestId()
                        .or(body::instance)
                        .map(cleaner::cleanWord)
                        .orElse(null))
                .retryable(Retries.tendsToPass(status) && !lost)
                .build();
    }

    /** Explains an answer with a good status that can't be understood. */
    UnexpectedResponseException unreadable(Answer answer, RuntimeException why) {
        boolean known = why instanceof UnreadableAnswerException || why instanceof MissingFieldException;
        String reason = answer.isHtml()
                ? "it is an HTML page"
                : known
                        ? String.valueOf(why.getMessage())
                        : "reading it threw " + why.getClass().getName();
        return new UnexpectedResponseException(
                ends.failure(who() + " answered " + answer.status() + ", but the answer can't be understood: " + reason
                                + ". It is no verdict; check the base URL and what stands between."
                                + CallEnds.ifLost(request.ifLost()))
                        .status(answer.status())
                        .requestId(requestId(answer).orElse(null))
                        .build(),
                known ? null : SafeCause.of(why, secrets));
    }

    /** Explains why there is no answer. */
    public ConnectionCheckException ofFailure(IOException failure, Attempt attempt) {
        if (failure instanceof UnusableKeyException) {
            return new AuthenticationException(
                    withoutAnswer(who() + " was not sent: there is no usable API key. " + failure.getMessage(), false),
                    failure.getCause() == null ? null : SafeCause.of(failure.getCause(), secrets));
        }
        if (failure instanceof AnswerTooLongException tooLong) {
            return new UnexpectedResponseException(tooLong(tooLong), null);
        }
        String why = new Failures(transport).describe(failure, attempt);
        return new TransportException(
                withoutAnswer(sentences(who() + " got no complete answer", why), Retries.tendsToPass(failure)),
                SafeCause.of(failure, secrets));
    }

    private Failure tooLong(AnswerTooLongException failure) {
        String message = sentences(
                who() + " answered " + failure.status() + ", but " + lowerFirst(failure.getMessage()),
                "It is no verdict; check the base URL." + CallEnds.ifLost(request.ifLost()));
        return ends.failure(message)
                .status(failure.status())
                .requestId(failure.requestId().map(secrets::cleanWord).orElse(null))
                .build();
    }

    private Optional<String> requestId(Answer answer) {
        return answer.requestId().map(secrets::cleanWord);
    }

    private Failure withoutAnswer(String message, boolean retryable) {
        return ends.failure(message + CallEnds.ifLost(ends.lost()))
                .retryable(retryable && ends.lost() == null)
                .build();
    }

    /** A server that broke down, and a proxy that gave up on it, don't know what became of the request. */
    private static boolean saysNothingOfTheWork(int status) {
        return status == 408 || status >= 500;
    }

    private String who() {
        return transport.vendor() + " " + request.operation();
    }

    private static List<Violation> cleaned(List<Violation> violations, Cleaner cleaner) {
        return violations.stream()
                .map(each ->
                        Violation.of(cleaner.cleanWord(each.field()), cleaner.cleanField(each.field(), each.message())))
                .toList();
    }

    private static String words(List<Violation> violations) {
        return Cleaner.shortened(violations.stream().map(Violation::toString).collect(Collectors.joining("; ")));
    }

    private static String sentences(String first, String second) {
        return first + (first.endsWith(".") ? " " : ". ") + second;
    }

    private static String lowerFirst(@Nullable String text) {
        return text == null || text.isEmpty() ? "" : Character.toLowerCase(text.charAt(0)) + text.substring(1);
    }
}
