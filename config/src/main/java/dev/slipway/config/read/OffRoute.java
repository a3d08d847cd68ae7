package dev.slipway.config.read;

import dev.slipway.config.text.Excerpt;
import dev.slipway.config.text.Place;
import dev.slipway.config.text.Problems;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Nearest;
import java.util.List;

/** Environments that an application names and does not travel to. Stateless. */
final class OffRoute {

  private OffRoute() {}

  /** Says so; a route that is a mistake itself says nothing about others. */
  static void tell(
      Problems problems, Place place, EnvironmentName named, List<EnvironmentName> route) {
    if (!route.isEmpty() && !route.contains(named)) {
      problems.add(
          place,
          "not-in-route",
          Excerpt.of(named.value()) + " is not in the application's route. Add it there first.",
          Nearest.of(named.value(), route.stream().map(EnvironmentName::value).toList()));
    }
  }
}
