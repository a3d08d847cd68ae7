package dev.slipway.wire;

/**
 * Who acted; a person, a token, an agent or Slipway.
 *
 * @param name as people know it; the id where no name is kept
 */
public record Actor(String id, String name) {}
