package dev.slipway.wire;

/**
 * Why something was decided.
 *
 * @param code stable and searchable
 * @param sentence for people
 */
public record Reason(String code, String sentence) {}
