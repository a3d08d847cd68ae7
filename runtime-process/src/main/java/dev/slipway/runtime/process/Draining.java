package dev.slipway.runtime.process;

import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.state.DesiredRelease.Part;
import dev.slipway.runtime.Assignment.Share;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets the processes of a service that get nothing new end what they have. */
final class Draining {

  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private final ServiceName service;
  private final List<Share> shares;
  private final Upkeep upkeep;
  private final Forwarding forwarding;
  private final Duration patience;

  /**
   * For one service.
   *
   * @param patience how long a process may take
   */
  Draining(
      ServiceName service,
      List<Share> shares,
      Upkeep upkeep,
      Forwarding forwarding,
      Duration patience) {
    this.service = service;
    this.shares = List.copyOf(shares);
    this.upkeep = upkeep;
    this.forwarding = forwarding;
    this.patience = patience;
  }

  /** Waits until what gets nothing new has ended what it had, or its time is over. */
  Optional<Reason> run(Fit fit) throws IOException {
    Instant now = upkeep.context().clock().instant();
    List<Instance> leaving = new ArrayList<>();
    for (Share share : shares) {
      for (Instance instance : fit.of(share)) {
        if (share.standing().part() == Part.DRAINING) {
          leaving.add(noted(instance, Optional.of(instance.draining().orElse(now))));
        } else if (instance.draining().isPresent()) {
          Instance _ = noted(instance, Optional.empty());
        }
      }
    }
    for (Instance instance : fit.rest()) {
      if (upkeep.isAlive(instance) && upkeep.unwell(instance).isEmpty()) {
        leaving.add(noted(instance, Optional.of(instance.draining().orElse(now))));
      }
    }
    while (leaving.stream().anyMatch(this::isBusy)) {
      if (upkeep.context().cancellation().isRequested()) {
        return Optional.of(
            new Reason("cancelled", service + ": A newer order came while it was draining."));
      }
      Sessions.pause(LOOK_EVERY);
    }
    return Optional.empty();
  }

  private Instance noted(Instance instance, Optional<Instant> since) throws IOException {
    Instance noted = instance.draining(since);
    if (!noted.equals(instance)) {
      upkeep.slot().keep(noted);
    }
    return noted;
  }

  private boolean isBusy(Instance leaving) {
    Instant end = leaving.draining().orElse(Instant.MIN).plus(patience);
    return upkeep.context().clock().instant().isBefore(end)
        && upkeep.isAlive(leaving)
        && !forwarding.isIdle(upkeep.slot().route(service), leaving.address());
  }
}
