package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** A plain HTTP client with fixed headers. */
final class Caller {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final VendorSandbox vendor;
    private final String[] headers;

    Caller(VendorSandbox vendor, String... headers) {
        this.vendor = vendor;
        this.headers = headers;
    }

    static Caller squared(Sandbox sandbox) {
        SquaredSandbox squared = sandbox.squared();
        return new Caller(
                squared,
                "Authorization",
                "Bearer " + squared.apiKey(),
                "Workspace-Id",
                "" + squared.workspaceId(),
                "Accept",
                "application/json",
                "Content-Type",
                "application/json");
    }

    static Caller unstructured(Sandbox sandbox) {
        return new Caller(
                sandbox.unstructured(),
                "unstructured-api-key",
                sandbox.unstructured().apiKey());
    }

    static Caller datafold(Sandbox sandbox) {
        return new Caller(
                sandbox.datafold(), "Authorization", "Key " + sandbox.datafold().apiKey());
    }

    static Caller artie(Sandbox sandbox) {
        return new Caller(
                sandbox.artie(), "Authorization", "Bearer " + sandbox.artie().apiKey());
    }

    HttpResponse<String> get(String path) {
        return call("GET", path, "");
    }

    HttpResponse<String> post(String path, Object body) {
        return call("POST", path, body instanceof String text ? text : Json.write(body));
    }

    CompletableFuture<HttpResponse<String>> postLater(String path, Object body) {
        return CLIENT.sendAsync(request("POST", path, Json.write(body)), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> call(String method, String path, String body) {
        try {
            return CLIENT.send(request(method, path, body), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    static JsonNode json(HttpResponse<String> response) {
        return Json.read(response.body()).orElseThrow();
    }

    private HttpRequest request(String method, String path, String body) {
        HttpRequest.BodyPublisher publisher =
                body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(vendor.baseUrl() + path)).method(method, publisher);
        return headers.length == 0 ? request.build() : request.headers(headers).build();
    }
}
