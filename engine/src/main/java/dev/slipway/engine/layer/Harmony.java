package dev.slipway.engine.layer;

import dev.slipway.aggregation.Compiled;
import dev.slipway.aggregation.Reaches;
import dev.slipway.aggregation.Totals;
import dev.slipway.aggregation.Wording;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.Revision;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether all that is said can be followed, and no policy says no to what it comes to. What cannot
 * is refused before it is taken in, so that what was in force stays in force.
 */
public final class Harmony {

  private Harmony() {}

  /**
   * Why an application must not be defined so; empty when it may. The overlays are guarded.
   *
   * @param way the environments that count
   */
  public static Optional<Reason> refusal(
      Deliberation d, ApplicationDefinition definition, List<EnvironmentName> way) {
    return refusal(d.organisationWide(), definition, way);
  }

  /** Every reason why an application must not be so, each environment after the other. */
  public static List<Reason> refusals(
      Deliberation d, ApplicationDefinition definition, List<EnvironmentName> way) {
    World world = d.organisationWide();
    return way.stream()
        .flatMap(environment -> {
          Placement placement = new Placement(definition.name(), environment);
          Compiled compiled = Overlays.compiled(world, definition, environment);
          return Stream.concat(
              limits(world, definition, environment, compiled),
              Policies.of(world, definition, environment, compiled).stream()
                  .flatMap(ruling -> Wording.all(placement, ruling).stream()));
        })
        .distinct()
        .toList();
  }

  /**
   * Why what was written must not be; empty when it may. Only what it reaches is compiled again.
   *
   * @param before the world without what was written
   */
  public static Optional<Reason> refusal(Deliberation d, World before) {
    World after = d.organisationWide();
    return affected(before, after)
        .flatMap(name -> d.application(name).stream())
        .map(ApplicationState::definition)
        .flatMap(definition -> refusal(after, definition, definition.route()).stream())
        .findFirst();
  }

  private static Optional<Reason> refusal(
      World world, ApplicationDefinition definition, List<EnvironmentName> way) {
    return way.stream()
        .flatMap(environment -> refusal(world, definition, environment).stream())
        .findFirst();
  }

  private static Optional<Reason> refusal(
      World world, ApplicationDefinition definition, EnvironmentName environment) {
    Placement placement = new Placement(definition.name(), environment);
    Compiled compiled = Overlays.compiled(world, definition, environment);
    return limits(world, definition, environment, compiled)
        .findFirst()
        .or(() ->
            Policies.of(world, definition, environment, compiled).stream()
                .flatMap(ruling -> Wording.of(placement, ruling).stream())
                .findFirst());
  }

  /** What cannot be followed together, and what goes beyond what overlays allow. */
  private static Stream<Reason> limits(
      World world,
      ApplicationDefinition definition,
      EnvironmentName environment,
      Compiled compiled) {
    Placement placement = new Placement(definition.name(), environment);
    return Stream.concat(
        compiled.conflicts().stream().map(conflict -> Wording.of(placement, conflict)),
        Stream.of(compiled).flatMap(it -> totals(world, definition, environment, it)));
  }

  /** Why sums are too large with this application; the others are as they are defined now. */
  private static Stream<Reason> totals(
      World world,
      ApplicationDefinition definition,
      EnvironmentName environment,
      Compiled compiled) {
    return Overlays.pinned(world, definition.name(), List.of(environment)).stream()
        .flatMap(pinned ->
            totals(pinned.revision())
                .flatMap(total -> {
                  SortedMap<ApplicationName, Compiled> all =
                      others(world, pinned.revision(), environment);
                  all.put(definition.name(), compiled);
                  return Totals.broken(pinned.revision(), total, environment, all).stream();
                }));
  }

  private static Stream<Bound.Total> totals(Revision<OverlayDefinition> overlay) {
    return overlay.definition().limit().stream()
        .filter(Bound.Total.class::isInstance)
        .map(Bound.Total.class::cast);
  }

  private static SortedMap<ApplicationName, Compiled> others(
      World world, Revision<OverlayDefinition> overlay, EnvironmentName environment) {
    SortedMap<ApplicationName, Compiled> all = new TreeMap<>();
    world.declared().applications().values().stream()
        .map(ApplicationState::definition)
        .filter(other -> other.route().contains(environment))
        .filter(other -> Reaches.reaches(overlay.definition().reach(), other.name()))
        .forEach(other -> all.put(other.name(), Overlays.compiled(world, other, environment)));
    return all;
  }

  /** Whom something that changed could reach, in the order of their names. */
  static Stream<ApplicationName> affected(World before, World after) {
    List<Owned> changed = changed(before, after);
    List<EnvironmentName> relabelled =
        after.declared().environments().values().stream()
            .map(EnvironmentState::definition)
            .filter(it ->
                before
                    .declared()
                    .environment(it.name())
                    .filter(was -> was.definition().labels().equals(it.labels()))
                    .isEmpty())
            .map(it -> it.name())
            .toList();
    return after.declared().applications().values().stream()
        .map(ApplicationState::definition)
        .filter(it ->
            isOther(before, it)
                || it.route().stream().anyMatch(relabelled::contains)
                || changed.stream().anyMatch(of -> Reaches.reaches(of.reach(), it.name())))
        .map(ApplicationDefinition::name);
  }

  private static boolean isOther(World before, ApplicationDefinition definition) {
    return before
        .declared()
        .application(definition.name())
        .filter(was -> was.definition().equals(definition))
        .isEmpty();
  }

  /** What owners' documents said that they do not say now, and what they say now and did not. */
  private static List<Owned> changed(World before, World after) {
    Set<Owned> was = owned(before);
    Set<Owned> is = owned(after);
    return Stream.concat(
            was.stream().filter(document -> !is.contains(document)),
            is.stream().filter(document -> !was.contains(document)))
        .toList();
  }

  private static Set<Owned> owned(World world) {
    return Stream.of(world.declared().overlays().values(), world.declared().policies().values())
        .flatMap(Collection::stream)
        .map(Revisions::current)
        .map(Revision::definition)
        .collect(Collectors.toSet());
  }
}
