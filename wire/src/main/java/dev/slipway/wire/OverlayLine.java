package dev.slipway.wire;

/**
 * One thing that an overlay says.
 *
 * @param force with which it says so
 * @param name of the value, such as `replicas`
 * @param text the value, or what is allowed
 * @param line in the document's file, from 1
 */
public record OverlayLine(OverlayForce force, String name, String text, int line) {}
