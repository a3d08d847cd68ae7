package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * Something outside of Slipway that has a version and that deliveries wait for.
 *
 * @param owner the group of people who see to it
 * @param versions at which it is: what was said of everywhere first, then of single environments
 * @param asked what its owner was asked for, the newest first
 */
public record Resource(
    String name,
    String owner,
    Optional<String> description,
    List<ResourceVersion> versions,
    List<ResourceAsked> asked) {
  public Resource {
    versions = List.copyOf(versions);
    asked = List.copyOf(asked);
  }
}
