package com.example.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A service in a process of its own, until it is closed. */
final class Service implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern STARTED = Pattern.compile("Started ConnectionsService in ([0-9.]+) seconds");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final BufferedReader output;
    private final List<String> lines = new ArrayList<>();
    private int port;
    private String startSeconds = "";

    private Service(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    /** Starts a jar and returns when it answers. */
    static Service start(Path jar, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            Service service = new Service(builder.start());
            service.awaitStart();
            return service;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads what the process prints: first its port, then that it has started; the rest in the background. */
    private void awaitStart() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            Matcher heard = PORT.matcher(line);
            if (heard.find()) {
                port = Integer.parseInt(heard.group(1));
            }
            Matcher started = STARTED.matcher(line);
            if (started.find()) {
                startSeconds = started.group(1);
                CompletableFuture.runAsync(() -> output.lines().forEach(lines::add));
                return;
            }
        }
        throw new IllegalStateException("The service did not start:\n" + String.join("\n", lines));
    }

    int port() {
        return port;
    }

    /** How long the start took, as Spring Boot measured it. */
    String startSeconds() {
        return startSeconds;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    /** Without a body, as curl -X POST sends it. */
    HttpResponse<String> post(String path) {
        return send(request(path).POST(BodyPublishers.noBody()));
    }

    CompletableFuture<HttpResponse<String>> postAsync(String path) {
        return http.sendAsync(request(path).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator" + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(String.join("\n", lines), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Ends the process as an operator does, and returns its exit code. */
    int stop() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
