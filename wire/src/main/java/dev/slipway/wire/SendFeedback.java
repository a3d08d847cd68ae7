package dev.slipway.wire;

/**
 * What somebody says of a page.
 *
 * @param page its path within the client, without a query; at most 512 characters
 * @param text 1 to 4000 characters
 */
public record SendFeedback(String page, String text) {}
