package dev.slipway.runtime.process;

import dev.slipway.forwarder.routes.Door;
import dev.slipway.forwarder.routes.Routes;
import dev.slipway.forwarder.routes.Traffic;
import dev.slipway.forwarder.routes.Way;
import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.state.DesiredRelease.Part;
import dev.slipway.runtime.Assignment.Share;
import dev.slipway.runtime.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Takes one service to its shares: what is missing starts and becomes healthy, then traffic is
 * switched, then what is left over ends what it has, and only then it is stopped. When anything new
 * fails, it is stopped, and traffic stays where it was. Only where the strategy says so, what is
 * left over is stopped first.
 */
final class ServiceTurn {

  private static final int WEIGHT = 1000;

  private final ServiceName service;
  private final List<Share> shares;
  private final Upkeep upkeep;
  private final Forwarding forwarding;
  private final Serving serving;

  ServiceTurn(ServiceName service, List<Share> shares, Upkeep upkeep, Forwarding forwarding) {
    this.service = service;
    this.shares = List.copyOf(shares);
    this.upkeep = upkeep;
    this.forwarding = forwarding;
    this.serving = shares.stream().map(Share::serving).findFirst().orElse(Serving.PLAIN);
  }

  /** The reason for which it failed; empty when everything is as assigned. */
  Optional<Reason> run() throws IOException {
    Fit before = fit();
    before.rest().stream()
        .filter(upkeep::isAlive)
        .flatMap(one -> upkeep.unwell(one).stream())
        .forEach(why -> upkeep.context().log().accept(why.sentence()));
    int wish = wish();
    if (serving.strategy().stopsFirst()) {
      for (Instance old : before.rest()) {
        upkeep.remove(old);
      }
    }
    Optional<Reason> failure = grow(before, wish);
    if (failure.isPresent()) {
      return failure;
    }
    Fit now = fit();
    failure = route(now);
    if (failure.isPresent()) {
      return failure;
    }
    failure = verified(now);
    if (failure.isPresent()) {
      return failure;
    }
    failure =
        new Draining(service, shares, upkeep, forwarding, serving.strategy().patience()).run(now);
    if (failure.isPresent()) {
      return failure;
    }
    for (Instance old : now.rest()) {
      upkeep.remove(old);
    }
    return now.rest().isEmpty() ? Optional.empty() : route(fit());
  }

  /** Takes the service away with all it had. */
  void remove() throws IOException {
    Optional<Reason> _ = run();
    forwarding.unroute(upkeep.slot().route(service));
    upkeep.slot().forgetDoor(service);
  }

  private Fit fit() throws IOException {
    return Fit.of(
        shares,
        upkeep.slot().instances(service),
        one -> upkeep.isAlive(one) && upkeep.unwell(one).isEmpty());
  }

  /** Where nobody forwards, the address of a service is the port of its process. */
  private int wish() throws IOException {
    return forwarding.hasDoors()
        ? 0
        : upkeep.slot().instances(service).stream()
            .map(Instance::port)
            .reduce(serving.port().orElse(0), (_, last) -> last);
  }

  /** Starts what is missing, all at once, and waits until each is healthy. */
  private Optional<Reason> grow(Fit before, int wish) throws IOException {
    List<Instance> fresh = new ArrayList<>();
    Optional<Reason> failure = Optional.empty();
    for (Share share : shares) {
      for (int missing = before.missing(share); missing > 0 && failure.isEmpty(); missing--) {
        Upkeep.Begun begun = upkeep.begin(share, wish);
        begun.instance().ifPresent(fresh::add);
        failure = begun.failure();
      }
    }
    Fit grown = fit();
    for (Share share : shares) {
      for (Instance instance : unproved(grown, share, fresh)) {
        failure = failure.isPresent() ? failure : upkeep.probe(share, instance);
      }
    }
    if (failure.isPresent()) {
      giveUp(fresh);
    }
    return failure;
  }

  /** Also those that died since they were started, for they are to be told of. */
  private List<Instance> unproved(Fit grown, Share share, List<Instance> fresh) {
    return share.standing().part() == Part.DRAINING
        ? List.of()
        : Stream.concat(grown.of(share).stream(), fresh.stream())
            .filter(one -> one.release().equals(share.digest()) && !one.healthy())
            .distinct()
            .toList();
  }

  /** What failed stays to be seen only where there is nothing else to be seen. */
  private void giveUp(List<Instance> fresh) throws IOException {
    for (Instance instance : fresh) {
      upkeep.end(instance);
    }
    List<Instance> others =
        upkeep.slot().instances(service).stream().filter(upkeep::isAlive).toList();
    for (Instance instance : others.isEmpty() ? List.<Instance>of() : fresh) {
      upkeep.slot().forget(instance);
    }
  }

  private Optional<Reason> route(Fit fit) throws IOException {
    if (!forwarding.hasDoors()) {
      return Optional.empty();
    }
    List<Way> ways = new ArrayList<>();
    for (Share share : shares) {
      for (Instance instance : fit.of(share)) {
        way(share, instance, fit.of(share).size()).ifPresent(ways::add);
      }
    }
    fit.rest().stream()
        .filter(upkeep::isAlive)
        .map(Instance::address)
        .map(Way::draining)
        .forEach(ways::add);
    Door door = new Door(address(), traffic(), ways);
    return forwarding.route(upkeep.slot().route(service), new Routes(List.of(door)));
  }

  /**
   * Asks what is to be asked once a release has all traffic. Where an answer is not as expected,
   * whatever else still runs well gets the traffic back, until an order says what is to be. What is
   * made right again was asked before.
   */
  private Optional<Reason> verified(Fit fit) throws IOException {
    List<Instance> asked = fit.active();
    if (serving.verification().isEmpty()
        || asked.isEmpty()
        || upkeep.context().attempt() == Context.Attempt.HEALING) {
      return Optional.empty();
    }
    InetSocketAddress at = forwarding.hasDoors() ? address() : asked.getFirst().address();
    Optional<Reason> failure =
        new Inquiry(service, at, upkeep.context().cancellation())
            .run(serving.verification().orElseThrow());
    if (failure.isPresent()) {
      giveBack(asked);
    }
    return failure;
  }

  private void giveBack(List<Instance> failed) throws IOException {
    List<Instance> others =
        upkeep.slot().instances(service).stream()
            .filter(one -> !failed.contains(one) && one.healthy())
            .filter(one -> upkeep.isAlive(one) && upkeep.unwell(one).isEmpty())
            .toList();
    if (others.isEmpty() || !forwarding.hasDoors()) {
      return;
    }
    List<Way> ways =
        Stream.concat(
                others.stream().map(one -> Way.open(one.address(), WEIGHT)),
                failed.stream().map(Instance::address).map(Way::draining))
            .toList();
    Optional<Reason> _ =
        forwarding.route(
            upkeep.slot().route(service),
            new Routes(List.of(new Door(address(), traffic(), ways))));
  }

  private static Optional<Way> way(Share share, Instance instance, int among) {
    int weight = share.standing().weight() * WEIGHT / among;
    return switch (share.standing().part()) {
      case ACTIVE -> Optional.of(Way.open(instance.address(), weight));
      case STANDBY -> Optional.empty();
      case DRAINING -> Optional.of(Way.draining(instance.address()));
    };
  }

  private Traffic traffic() {
    return switch (serving.traffic()) {
      case HTTP -> Traffic.HTTP;
      case TCP -> Traffic.TCP;
    };
  }

  /** The declared one, or one that was drawn once and stays. */
  private InetSocketAddress address() throws IOException {
    OptionalInt kept = upkeep.slot().door(service);
    int port = serving.port().orElseGet(() -> kept.orElse(0));
    if (port == 0) {
      port = Ports.free(0);
    }
    if (kept.orElse(0) != port) {
      upkeep.slot().keepDoor(service, port);
    }
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
