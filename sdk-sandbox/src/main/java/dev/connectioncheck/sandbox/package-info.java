/**
 * Stands in for the connection-check APIs of AI Squared, Unstructured, Datafold and Artie, in process.
 *
 * <p>Start with {@link dev.connectioncheck.sandbox.Sandbox}. Fill a vendor with rows ({@code add(...)}), or make
 * settings of connections that are not saved; {@link dev.connectioncheck.sandbox.Behavior} says how their checks go,
 * and {@link dev.connectioncheck.sandbox.Fault} what goes wrong on the way.
 *
 * <p>The stand-ins follow what was recorded or published. What differs from the vendors on purpose:
 *
 * <ul>
 *   <li>All: routes that a vendor has and the sandbox does not play are answered 501, so that they are told from those
 *       that do not exist. Settings that the sandbox did not make can't be connected to. The reason phrases are the
 *       registered ones. A stored mask fails in the driver's words where they are recorded (PostgreSQL), else in the
 *       sandbox's.
 *   <li>AI Squared: definitions, discover, execute_model, workspaces, log-in, {@code category} and {@code sub_category}
 *       are not played; there is one workspace. Queries know no tables. The formats {@code email} and {@code uri} of a
 *       schema are not checked. {@code If-None-Match} is ignored. The words for a type in capitals are assembled from
 *       what was observed; {@code page[number]}, at which the server breaks down in words that were not observed, is
 *       not played.
 *   <li>Unstructured: the key is looked at before a malformed body, which is always reported at its first character.
 *       The answers for an unknown connector, for one that was never checked, and for a rate limit are not published.
 *       Of the creations that the vendor refuses only that of {@code google_drive} is refused.
 *   <li>Datafold: reading and testing what is inaccessible is 403, which nobody has published. Types are listed without
 *       the vendor's titles and sections, and only those that were recorded. Queries are not played.
 *   <li>Artie: no field of a ping is a must but {@code sharedConfig}, because none is published; the words of 400 are
 *       the sandbox's, but for a fault of status 400. An update keeps what was not sent.
 * </ul>
 */
@NullMarked
package dev.connectioncheck.sandbox;

import org.jspecify.annotations.NullMarked;
