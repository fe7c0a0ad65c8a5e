/**
 * What makes OkHttp obey: it sends a request once, where and with what it is told, and tells how far it came. What
 * keeps OkHttp from deciding by itself belongs here; what decides instead never does.
 */
@NullMarked
package dev.connectioncheck.internal.okhttp;

import org.jspecify.annotations.NullMarked;
