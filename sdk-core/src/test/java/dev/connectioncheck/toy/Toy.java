package dev.connectioncheck.toy;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What the toy vendor answers. */
public record Toy(
        @JsonProperty("id") String id,
        @JsonProperty("status") String status,
        @JsonProperty("message") String message,
        @JsonProperty("patience") Long patience) {}
