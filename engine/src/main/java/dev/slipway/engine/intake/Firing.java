package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.delivery.Parameters;
import dev.slipway.engine.delivery.SecretParameters;
import dev.slipway.engine.layer.Overlays;
import dev.slipway.engine.trigger.News;
import dev.slipway.engine.trigger.TriggerRule;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.entry.TriggerEvaluated;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Holds every trigger of an application against one piece of news. Each evaluation is written, with
 * its reason. Each trigger that matches makes a shipment; of two that would send the same change
 * along the same way, the first does.
 */
final class Firing {

  private Firing() {}

  /**
   * What shipments will carry.
   *
   * @param given parameters, beside what is followed and what the definition says
   */
  record Cargo(
      Change change,
      ApplicationDefinition definition,
      Inputs inputs,
      Map<String, String> given,
      Function<TriggerName, ShipmentId> identity) {

    /** One that is given no parameters. */
    Cargo(
        Change change,
        ApplicationDefinition definition,
        Inputs inputs,
        Function<TriggerName, ShipmentId> identity) {
      this(change, definition, inputs, Map.of(), identity);
    }
  }

  static boolean anyMatches(List<TriggerDefinition> triggers, News news) {
    return triggers.stream()
        .anyMatch(trigger -> TriggerRule.judge(trigger, news) instanceof Verdict.Matched);
  }

  /** Evaluates all triggers where nothing can be shipped; whichever matched says why not. */
  static void skip(
      Deliberation d,
      ApplicationName application,
      List<TriggerDefinition> triggers,
      Function<TriggerDefinition, Reason> because) {
    for (TriggerDefinition trigger : triggers) {
      write(d, application, trigger, new Verdict.Skipped(because.apply(trigger)));
    }
  }

  static List<Shipment> fire(
      Deliberation d, News news, List<TriggerDefinition> triggers, Cargo cargo) {
    List<Shipment> shipments = new ArrayList<>();
    Map<List<EnvironmentName>, TriggerName> ways = new HashMap<>();
    for (TriggerDefinition trigger : triggers) {
      List<EnvironmentName> travel = travel(trigger, cargo.definition());
      Shipment shipment = shipment(d, trigger, travel, cargo);
      Verdict verdict = judge(d, trigger, news, shipment, cargo.given(), ways);
      write(d, cargo.definition().name(), trigger, verdict);
      if (verdict instanceof Verdict.Matched) {
        ways.put(travel, trigger.name());
        shipments.add(shipment);
      }
    }
    return shipments;
  }

  private static Verdict judge(
      Deliberation d,
      TriggerDefinition trigger,
      News news,
      Shipment shipment,
      Map<String, String> given,
      Map<List<EnvironmentName>, TriggerName> ways) {
    return switch (TriggerRule.judge(trigger, news)) {
      case Verdict.Skipped skipped -> skipped;
      case Verdict.Matched _ when shipment.travel().isEmpty() ->
          skipped("not-on-route", "None of its environments is on the route.");
      case Verdict.Matched _ when ways.containsKey(shipment.travel()) ->
          skipped(
              "same-way",
              "Trigger %s sends this change the same way already."
                  .formatted(ways.get(shipment.travel())));
      case Verdict.Matched _ when d.world().deliveries().shipments().isMade(shipment.id()) ->
          skipped("shipment-known", "Shipment %s was made before.".formatted(shipment.id()));
      case Verdict.Matched _
          when Parameters.of(d.world(), shipment.definition(), given, shipment.travel(), d::sealing)
              instanceof Parameters.Refused(Reason because) ->
          new Verdict.Skipped(because);
      case Verdict.Matched matched -> matched;
    };
  }

  private static Verdict skipped(String code, String sentence) {
    return new Verdict.Skipped(new Reason(code, sentence));
  }

  private static void write(
      Deliberation d, ApplicationName application, TriggerDefinition trigger, Verdict verdict) {
    d.write(new TriggerEvaluated(application, trigger.name(), d.cause(), verdict));
  }

  static List<EnvironmentName> travel(TriggerDefinition trigger, ApplicationDefinition definition) {
    return trigger.environments().isEmpty()
        ? definition.route()
        : definition.route().stream()
            .filter(stop ->
                trigger.environments().stream().anyMatch(called -> definition.speaks(called, stop)))
            .toList();
  }

  private static Shipment shipment(
      Deliberation d, TriggerDefinition trigger, List<EnvironmentName> travel, Cargo cargo) {
    return SecretParameters.pinned(
        new Shipment(
                cargo.identity().apply(trigger.name()),
                cargo.definition().name(),
                cargo.change(),
                cargo.definition(),
                travel,
                new Shipment.MadeBy.Trigger(trigger.name()),
                false,
                Parameters.known(d.world(), cargo.definition(), cargo.given()))
            .from(
                cargo
                    .inputs()
                    .with(
                        Overlays.pinned(
                            d.organisationWide(),
                            cargo.definition().name(),
                            cargo.definition().route()))),
        d::sealing);
  }
}
