package dev.slipway.model.command;

import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.state.ShipSet;
import java.util.List;
import java.util.Optional;

/**
 * What a set brings of one application.
 *
 * @param revision as for a deploy; absent means the default branch's head
 */
public record Cargo(ApplicationName application, Optional<String> revision) {

  /** What can go as one. */
  static List<Cargo> checked(List<Cargo> all) {
    if (all.size() < 2 || all.size() > ShipSet.MEMBERS_MAX) {
      throw new InvalidValue("set", "has 2 to %d applications".formatted(ShipSet.MEMBERS_MAX));
    }
    if (all.stream().map(Cargo::application).distinct().count() < all.size()) {
      throw new InvalidValue("set", "has each application once");
    }
    return List.copyOf(all);
  }

  /** Where it can go. */
  static List<EnvironmentName> way(List<EnvironmentName> travel) {
    if (travel.isEmpty() || travel.stream().distinct().count() < travel.size()) {
      throw new InvalidValue("set", "goes to each environment once, and to one at least");
    }
    return List.copyOf(travel);
  }
}
