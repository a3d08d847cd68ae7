package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * Which runs of a CI system may act, and as what.
 *
 * @param minutes how long a token counts
 */
public record Trust(
    String id,
    String name,
    TrustKind kind,
    String issuer,
    String audience,
    String repository,
    List<String> refs,
    List<String> events,
    Optional<String> environment,
    Optional<String> workflow,
    Role role,
    ScopeRef scope,
    int minutes) {
  public Trust {
    refs = List.copyOf(refs);
    events = List.copyOf(events);
  }
}
