package dev.connectioncheck.internal.call;

import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.ApiRequest;
import dev.connectioncheck.internal.wire.Transport;

/** Says what the user can do about an answer that is an error. */
final class Advice {
    private final Transport transport;
    private final ApiRequest request;

    Advice(Transport transport, ApiRequest request) {
        this.transport = transport;
        this.request = request;
    }

    /**
     * Returns what to do.
     *
     * @param words what the vendor says, secrets removed; empty if the answer has no words in a form that vendors use,
     *     and so may be of whatever stands before the vendor
     */
    String about(Answer answer, String words) {
        int status = answer.status();
        if (transport.isSignIn(answer)) {
            return "That leads to the vendor's sign-in page: the account that the API key belongs to may be locked or not"
                    + " confirmed; sign in there, and look.";
        }
        return transport.hints().hint(status, words).orElseGet(() -> about(status, words.isEmpty()));
    }

    private String about(int status, boolean wordless) {
        return switch (status) {
            case 400, 409, 412, 422 ->
                wordless
                        ? "That has no words of the vendor: it may be of a proxy, or of another server. Check the base URL,"
                                + " its scheme and port, and what stands between."
                        : "Correct the request; the same one will be refused again.";
            case 401 -> "Check the API key: it may be wrong, expired or revoked.";
            case 402 -> "The account's plan does not cover this, or its quota is used up; see to it at the vendor's.";
            case 403 ->
                wordless
                        ? "The API key may not do this, or a proxy or firewall on the way does not let it through; check"
                                + " the permissions of the key's owner, and what stands between."
                        : "The API key may not do this; give its owner the permission.";
            case 404 ->
                request.aboutTarget()
                        ? "Check the id, and that the API key and the base URL are of the account that owns it."
                        : "Check the base URL: there is no such operation at " + transport.baseUrl() + ".";
            case 429 -> "Ask less often, or later.";
            default -> aboutClass(status);
        };
    }

    private static String aboutClass(int status) {
        if (status >= 500) {
            return "The vendor, or a proxy before it, is in trouble; try again later.";
        }
        return status >= 300 && status < 400
                ? "Redirects are not followed, since the key would travel along; check the base URL."
                : "This is no answer that the SDK knows; check the base URL and what stands between.";
    }
}
