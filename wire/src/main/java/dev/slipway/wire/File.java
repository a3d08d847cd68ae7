package dev.slipway.wire;

/**
 * One file.
 *
 * @param content YAML
 */
public record File(String name, String content) {}
