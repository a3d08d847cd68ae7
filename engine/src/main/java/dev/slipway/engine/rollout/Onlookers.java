package dev.slipway.engine.rollout;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import java.util.List;
import java.util.Optional;

/** What waits for something that is not of its own placement looks again when that has changed. */
public final class Onlookers {

  private Onlookers() {}

  /** Something about what is in force here has changed, and elsewhere it counts for how long. */
  public static void look(Deliberation d, Placement here) {
    route(d, here.application()).stream()
        .filter(stop -> !stop.equals(here.environment()))
        .filter(stop -> isSoaked(d, stop))
        .map(stop -> new Placement(here.application(), stop))
        .filter(placement -> waits(d, placement))
        .forEach(placement -> Advance.placement(d, placement));
  }

  /** What is here came into force, failed, or is waited for no more; others here may need it. */
  public static void needed(Deliberation d, Placement here) {
    dependents(d, here).forEach(placement -> Advance.placement(d, placement));
  }

  private static List<Placement> dependents(Deliberation d, Placement here) {
    return d.world().deliveries().placements().keySet().stream()
        .filter(other -> other.environment().equals(here.environment()))
        .filter(other -> !other.equals(here) && waits(d, other))
        .filter(other -> needs(d, other, here.application()))
        .toList();
  }

  private static boolean needs(Deliberation d, Placement other, ApplicationName application) {
    return d.world().deliveries().placement(other).active().stream()
        .flatMap(head ->
            d.world().deliveries().shipments().travelling(head.delivery().shipment()).stream())
        .flatMap(state -> state.shipment().definition().needs().stream())
        .flatMap(List::stream)
        .anyMatch(need -> need.application().equals(application));
  }

  /** An application is defined anew, and may ask for something else or take another route. */
  public static void look(
      Deliberation d, Optional<ApplicationDefinition> before, ApplicationDefinition now) {
    if (before.filter(known -> isJudgedAlike(known, now)).isEmpty()) {
      Advance.application(d, now.name());
    }
  }

  private static boolean isJudgedAlike(ApplicationDefinition one, ApplicationDefinition other) {
    return one.guardrails().equals(other.guardrails()) && one.route().equals(other.route());
  }

  private static List<EnvironmentName> route(Deliberation d, ApplicationName application) {
    return d.world()
        .declared()
        .application(application)
        .map(ApplicationState::definition)
        .map(definition -> definition.route())
        .orElseGet(List::of);
  }

  private static boolean isSoaked(Deliberation d, EnvironmentName environment) {
    return d.world()
        .declared()
        .environment(environment)
        .flatMap(state -> state.definition().guardrails())
        .flatMap(GuardrailPolicy::soak)
        .isPresent();
  }

  private static boolean waits(Deliberation d, Placement placement) {
    return d.world()
        .deliveries()
        .placement(placement)
        .active()
        .filter(RolloutState::isWaiting)
        .isPresent();
  }
}
