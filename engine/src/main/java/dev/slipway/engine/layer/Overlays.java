package dev.slipway.engine.layer;

import dev.slipway.aggregation.Compilation;
import dev.slipway.aggregation.Compiled;
import dev.slipway.aggregation.Reaches;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.Reach;
import dev.slipway.model.layer.Revision;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The overlays that concern an application, as they are now. */
public final class Overlays {

  private Overlays() {}

  /** Those that concern what is delivered to some environments, by name. */
  public static List<PinnedOverlay> pinned(
      World world, ApplicationName application, List<EnvironmentName> way) {
    return world.declared().overlays().values().stream()
        .map(Revisions::current)
        .filter(overlay -> Reaches.reaches(overlay.definition().reach(), application))
        .map(overlay -> new PinnedOverlay(overlay, environments(world, overlay, way)))
        .filter(pinned -> !pinned.environments().isEmpty())
        .toList();
  }

  private static List<EnvironmentName> environments(
      World world, Revision<OverlayDefinition> overlay, List<EnvironmentName> way) {
    return way.stream()
        .filter(environment -> reaches(world, overlay.definition().reach(), environment))
        .toList();
  }

  static boolean reaches(World world, Reach reach, EnvironmentName environment) {
    return Reaches.reaches(reach, environment, labels(world, environment));
  }

  static SortedMap<String, String> labels(World world, EnvironmentName environment) {
    return world
        .declared()
        .environment(environment)
        .map(EnvironmentState::definition)
        .map(definition -> definition.labels())
        .orElseGet(() -> Collections.unmodifiableSortedMap(new TreeMap<>()));
  }

  /** What a definition comes to in an environment with the overlays that there are now. */
  static Compiled compiled(
      World world, ApplicationDefinition definition, EnvironmentName environment) {
    return Compilation.of(
        definition, environment, pinned(world, definition.name(), List.of(environment)));
  }
}
