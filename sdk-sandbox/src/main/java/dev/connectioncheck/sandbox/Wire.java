package dev.connectioncheck.sandbox;

import mockwebserver3.MockResponse;

/** How an answer gets onto the wire, or doesn't. */
@FunctionalInterface
interface Wire {
    MockResponse send(Answer answer, Exchange exchange);
}
