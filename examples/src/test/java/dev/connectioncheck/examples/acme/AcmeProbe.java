package dev.connectioncheck.examples.acme;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

// tag::model
/** Acme's answer to both requests, such as {@code {"probe": "p-1", "state": "broken", "why": "no route"}}. */
record AcmeProbe(
        @JsonProperty("probe") @Nullable String probe,
        @JsonProperty("state") @Nullable String state,
        @JsonProperty("why") @Nullable String why) {}
// end::model
