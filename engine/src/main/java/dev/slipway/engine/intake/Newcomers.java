package dev.slipway.engine.intake;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.delivery.Parameters;
import dev.slipway.engine.delivery.SecretParameters;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.Brought;
import dev.slipway.engine.fold.EnvironmentGroupState;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Overlays;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.need.Answer;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An environment that joins a group is to have what the applications have whose route names the
 * group, without waiting for their next change: what is in force before it on the route, or where
 * nothing is, what came into force last in another environment of the group. What was on its way
 * when it joined, and cannot go there by itself, is sent after it once it has settled before it.
 *
 * <p>It goes like any shipment: with the documents as they are now, through the queue and the
 * guardrails of each environment, and newcomers side by side get it one after the other.
 */
public final class Newcomers {

  private Newcomers() {}

  /**
   * Sends to all that joined what they are to have.
   *
   * @param before the world without them
   */
  public static void welcome(Deliberation d, World before) {
    Set<EnvironmentName> newcomers = since(before, d.world());
    if (newcomers.isEmpty()) {
      return;
    }
    for (ApplicationName name : List.copyOf(d.world().declared().applications().keySet())) {
      ApplicationState application = d.application(name).orElseThrow();
      for (List<EnvironmentName> run :
          runs(application.definition().route(), newcomers::contains)) {
        source(d, application, run, newcomers).ifPresent(from -> send(d, application, from, run));
      }
    }
  }

  private static Set<EnvironmentName> since(World before, World now) {
    Set<EnvironmentName> joined = new TreeSet<>();
    now.declared()
        .environmentGroups()
        .values()
        .forEach(group -> joined.addAll(group.environments().keySet()));
    before
        .declared()
        .environmentGroups()
        .values()
        .forEach(group -> joined.removeAll(group.environments().keySet()));
    return joined;
  }

  /** Those that stand side by side on a route. */
  private static List<List<EnvironmentName>> runs(
      List<EnvironmentName> route, Predicate<EnvironmentName> counts) {
    List<List<EnvironmentName>> runs = new ArrayList<>();
    boolean within = false;
    for (EnvironmentName stop : route) {
      if (counts.test(stop)) {
        if (!within) {
          runs.add(new ArrayList<>());
        }
        runs.getLast().add(stop);
      }
      within = counts.test(stop);
    }
    return runs;
  }

  /** Where it is in force what newcomers are to have. */
  private static Optional<Placement> source(
      Deliberation d,
      ApplicationState application,
      List<EnvironmentName> run,
      Set<EnvironmentName> newcomers) {
    ApplicationName name = application.definition().name();
    List<EnvironmentName> route = application.definition().route();
    int first = route.indexOf(run.getFirst());
    Stream<EnvironmentName> ahead = route.subList(Math.max(first - 1, 0), first).stream();
    Stream<EnvironmentName> siblings =
        siblings(d.world(), run.getFirst()).filter(sibling -> !newcomers.contains(sibling));
    return holding(d, name, ahead)
        .findFirst()
        .or(() ->
            holding(d, name, siblings)
                .max(
                    Comparator.comparing(
                            (Placement place) -> d.placement(place).inForce().orElseThrow().since())
                        .thenComparing(Placement::environment)));
  }

  /**
   * Where something is in force; that nothing runs any more is nothing that a newcomer has to have.
   */
  private static Stream<Placement> holding(
      Deliberation d, ApplicationName application, Stream<EnvironmentName> environments) {
    return environments
        .map(environment -> new Placement(application, environment))
        .filter(place ->
            d.placement(place)
                .inForce()
                .filter(held -> !held.delivery().state().isNothing())
                .isPresent());
  }

  private static Stream<EnvironmentName> siblings(World world, EnvironmentName newcomer) {
    return group(world, newcomer).stream().flatMap(group -> group.environments().keySet().stream());
  }

  private static Optional<EnvironmentGroupState> group(World world, EnvironmentName environment) {
    return world
        .declared()
        .environment(environment)
        .flatMap(state -> state.definition().group())
        .flatMap(world.declared()::environmentGroup);
  }

  /** A shipment has settled; those behind it that joined after it was made get it from here. */
  public static void follow(Deliberation d, ShipmentState settled, Placement here) {
    Optional<ApplicationState> application = d.application(here.application());
    if (application.isEmpty() || !settled.isAutomatic()) {
      return;
    }
    List<EnvironmentName> route = application.orElseThrow().definition().route();
    List<EnvironmentName> behind =
        route.subList(route.indexOf(here.environment()) + 1, route.size()).stream()
            .takeWhile(stop -> isMissed(d, settled, new Placement(here.application(), stop)))
            .toList();
    if (route.contains(here.environment()) && !behind.isEmpty()) {
      send(d, application.orElseThrow(), here, behind);
    }
  }

  /** Whether it would have gone there, had the environment been there when it was made. */
  private static boolean isMissed(Deliberation d, ShipmentState shipment, Placement there) {
    EnvironmentName stop = there.environment();
    boolean joinedLater =
        group(d.world(), stop)
            .map(group -> group.environments().get(stop))
            .filter(joined -> joined.isAfter(shipment.madeAt()))
            .isPresent();
    return joinedLater
        && !shipment.shipment().travel().contains(stop)
        && isMeant(d, shipment.shipment(), there)
        && !hasAny(d, there, shipment.madeAt());
  }

  /** Whether the trigger that made it sends to there; what follows somebody goes everywhere. */
  private static boolean isMeant(Deliberation d, Shipment shipment, Placement there) {
    return switch (shipment.madeBy()) {
      case Shipment.MadeBy.Trigger(var name) ->
          d.application(there.application()).stream()
              .map(ApplicationState::definition)
              .anyMatch(definition ->
                  shipment.definition().triggers().stream()
                      .filter(trigger -> trigger.name().equals(name))
                      .anyMatch(trigger -> isFor(definition, trigger, there.environment())));
      case Shipment.MadeBy.Joining _ -> true;
      case Shipment.MadeBy.Campaign _, Shipment.MadeBy.Request _, Shipment.MadeBy.Rollback _ ->
          false;
    };
  }

  private static boolean isFor(
      ApplicationDefinition definition, TriggerDefinition trigger, EnvironmentName environment) {
    return trigger.environments().isEmpty()
        || trigger.environments().stream()
            .anyMatch(called -> definition.speaks(called, environment));
  }

  /** Whether something as new is in force there, or on its way. */
  private static boolean hasAny(Deliberation d, Placement there, Position made) {
    PlacementState at = d.placement(there);
    Stream<ShipmentId> coming =
        Stream.concat(
            at.active().map(RolloutState::delivery).map(Delivery::shipment).stream(),
            at.queue().stream().map(PlacementState.Queued::shipment));
    Stream<ShipmentState> known =
        coming.flatMap(id -> d.world().deliveries().shipments().travelling(id).stream());
    return Stream.concat(known, at.inForce().flatMap(InForce::shipment).stream())
        .anyMatch(state -> !made.isAfter(state.madeAt()));
  }

  private static void send(
      Deliberation d,
      ApplicationState application,
      Placement from,
      List<EnvironmentName> newcomers) {
    PlacementState there = d.placement(from);
    InForce held = there.inForce().orElseThrow();
    Brought.by(there, held.delivery())
        .ifPresent(brought -> send(d, application, held, brought, newcomers));
  }

  private static void send(
      Deliberation d,
      ApplicationState application,
      InForce held,
      ShipmentState brought,
      List<EnvironmentName> newcomers) {
    Delivery like = held.delivery();
    Answer.Source source =
        new Answer.Source(Optional.of(brought.shipment().definition()), like.change().artifact());
    switch (Pinning.of(d, application, source).inHarmony(d, newcomers)) {
      case Pinning.Invalid(Reason because) -> d.note(because);
      case Pinning.Pinned(ApplicationDefinition definition) -> {
        switch (parameters(d, definition, brought.shipment().parameters(), newcomers)) {
          case Parameters.Refused(Reason because) -> d.note(because);
          case Parameters.Complete(SortedMap<String, String> values) ->
              dispatch(
                  d,
                  SecretParameters.pinned(
                      new Shipment(
                              Identities.joining(like.id(), newcomers.getFirst()),
                              definition.name(),
                              like.change(),
                              definition,
                              newcomers,
                              new Shipment.MadeBy.Joining(
                                  like.id(), held.shipment().orElse(brought).madeAt()),
                              false,
                              values)
                          .from(
                              Pinning.inputs(application, like.change().sha())
                                  .with(
                                      Overlays.pinned(
                                          d.organisationWide(),
                                          definition.name(),
                                          definition.route()))),
                      d::sealing));
        }
      }
    }
  }

  private static void dispatch(Deliberation d, Shipment shipment) {
    if (!d.world().deliveries().shipments().isMade(shipment.id())) {
      Dispatch.all(d, List.of(shipment));
    }
  }

  /** As they were given; where they do not fit any more, what the document says without any. */
  private static Parameters parameters(
      Deliberation d,
      ApplicationDefinition definition,
      Map<String, String> given,
      List<EnvironmentName> newcomers) {
    Parameters same = Parameters.of(d.world(), definition, given, newcomers, d::sealing);
    return same instanceof Parameters.Complete
        ? same
        : Parameters.of(d.world(), definition, Map.of(), newcomers, d::sealing);
  }
}
