package dev.slipway.wire;

import java.time.Instant;

/**
 * What somebody said of a page.
 *
 * @param text as it was written; it is text, whatever it looks like
 * @param version of the server then
 */
public record Feedback(String id, Actor by, Instant at, String page, String text, String version) {}
