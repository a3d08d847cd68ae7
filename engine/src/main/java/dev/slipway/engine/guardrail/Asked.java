package dev.slipway.engine.guardrail;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.Placement;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.guardrail.Juncture;
import dev.slipway.model.guardrail.PolicyRevision;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A check that somebody asks for. The environment asks for what is delivered there, and the trigger
 * that made a shipment for whatever it made. Where both ask for the same one, the stricter holds:
 * what is required by one of them is required, and the shorter deadline counts. Where they ask at
 * different junctures, both do.
 *
 * @param policy who asks; the environment where both do
 */
record Asked(
    CheckName name, Juncture at, boolean required, Duration deadline, PolicyRevision policy) {

  GuardrailName guardrail() {
    return GuardrailName.of(name, at);
  }

  /** What is asked for, by name. */
  static Collection<Asked> of(Deliberation d, RolloutState rollout, Shipment shipment) {
    SortedMap<GuardrailName, Asked> asked = new TreeMap<>();
    Stream.concat(
            ofEnvironment(d, rollout.delivery().id().placement()).stream(),
            ofTrigger(d, shipment).stream())
        .flatMap(Layer::asked)
        .forEach(one -> asked.merge(one.guardrail(), one, Asked::and));
    return asked.values();
  }

  private Asked and(Asked other) {
    Duration shorter = deadline.compareTo(other.deadline) <= 0 ? deadline : other.deadline;
    return new Asked(name, at, required || other.required, shorter, policy);
  }

  /** What one document says. */
  private record Layer(ChecksPolicy checks, PolicyRevision policy) {

    Stream<Asked> asked() {
      return Stream.concat(
          checks.required().stream().map(name -> asked(name, true)),
          checks.optional().stream().map(name -> asked(name, false)));
    }

    private Asked asked(CheckName name, boolean required) {
      return new Asked(name, checks.juncture(), required, checks.deadline(), policy);
    }
  }

  private static Optional<Layer> ofEnvironment(Deliberation d, Placement placement) {
    return d.environment(placement.environment())
        .flatMap(environment ->
            environment
                .definition()
                .guardrails()
                .flatMap(GuardrailPolicy::checks)
                .map(checks ->
                    new Layer(
                        checks, PolicyRevision.of(placement.environment(), environment.origin()))));
  }

  /** The trigger as it is in force; one that is gone still holds what it made. */
  private static Optional<Layer> ofTrigger(Deliberation d, Shipment shipment) {
    return switch (shipment.madeBy()) {
      case Shipment.MadeBy.Trigger(TriggerName name) -> {
        Optional<ApplicationState> application = d.application(shipment.application());
        Optional<TriggerDefinition> inForce =
            application.flatMap(it -> named(it.definition().triggers(), name));
        yield inForce.isPresent()
            ? inForce
                .flatMap(TriggerDefinition::checks)
                .map(checks ->
                    new Layer(
                        checks,
                        PolicyRevision.of(
                            shipment.application(), application.orElseThrow().origin())))
            : named(shipment.definition().triggers(), name)
                .flatMap(TriggerDefinition::checks)
                .map(checks -> new Layer(checks, PolicyRevision.of(shipment.id())));
      }
      case Shipment.MadeBy.Joining _,
          Shipment.MadeBy.Campaign _,
          Shipment.MadeBy.Request _,
          Shipment.MadeBy.Rollback _ ->
          Optional.empty();
    };
  }

  private static Optional<TriggerDefinition> named(
      List<TriggerDefinition> triggers, TriggerName name) {
    return triggers.stream().filter(trigger -> trigger.name().equals(name)).findFirst();
  }
}
