package dev.slipway.runtime.process;

import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Assignment.Share;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Takes one slot to its assignment, one service after the other, in the order of its shares. */
final class Convergence {

  private final Assignment assignment;
  private final Upkeep upkeep;
  private final Forwarding forwarding;

  Convergence(Assignment assignment, Upkeep upkeep, Forwarding forwarding) {
    this.assignment = assignment;
    this.upkeep = upkeep;
    this.forwarding = forwarding;
  }

  /** The reason for which it failed; empty when everything is as assigned. */
  Optional<Reason> run() throws IOException {
    Set<ServiceName> wanted = new LinkedHashSet<>();
    assignment.shares().forEach(share -> wanted.add(share.service()));
    for (ServiceName service : upkeep.slot().services()) {
      if (!wanted.contains(service)) {
        new ServiceTurn(service, List.of(), upkeep, forwarding).remove();
      }
    }
    for (ServiceName service : wanted) {
      Optional<Reason> failure =
          new ServiceTurn(service, Comparison.of(assignment, service), upkeep, forwarding).run();
      if (failure.isPresent()) {
        return failure;
      }
    }
    prune();
    return Optional.empty();
  }

  /** What converged may have to be gone back to; what never did is not worth keeping. */
  private void prune() throws IOException {
    Set<Digest> used =
        assignment.shares().stream()
            .map(Share::release)
            .map(release -> release.artifact().digest())
            .collect(Collectors.toSet());
    Instant now = upkeep.context().clock().instant();
    upkeep.releases().prune(used, now);
  }
}
