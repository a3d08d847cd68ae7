package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A scope that somebody keeps as it is.
 *
 * @param environments where its scope names a group, those that the group has by now
 * @param until when it ends by itself; absent until somebody releases it
 */
public record Lock(
    String id,
    ScopeRef scope,
    List<String> environments,
    Actor owner,
    String reason,
    LockStrength strength,
    Instant since,
    Optional<Instant> until) {
  public Lock {
    environments = List.copyOf(environments);
  }
}
