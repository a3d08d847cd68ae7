package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;
import static dev.slipway.codec.Samples.NOON;
import static dev.slipway.codec.Samples.SHA;
import static dev.slipway.codec.Samples.SHOP;
import static dev.slipway.codec.Samples.STAGING;
import static dev.slipway.codec.Samples.TRIGGER;
import static dev.slipway.codec.Samples.VARIABLES;

import dev.slipway.model.Link;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ChecksPolicy;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.GuardrailPolicy;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.Protection;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.SoakPolicy;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.definition.Verification;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CheckReported;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.guardrail.Check;
import dev.slipway.model.guardrail.CheckName;
import dev.slipway.model.guardrail.CheckNote;
import dev.slipway.model.guardrail.CheckState;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What came later: components of entries that were there before, by the name of their file. */
final class NewerSamples {

  static final Entry CHECKED =
      new CheckReported(
          SHOP,
          SHA,
          new Check(
              new CheckName("Unit tests (é)"),
              CheckState.FAILURE,
              Optional.of(new CheckNote("2 of 900 failed")),
              Optional.of(new Link("https://ci.example/42")),
              NOON),
          ALICE);

  private static final ChecksPolicy CHECKS =
      new ChecksPolicy(
          List.of(new CheckName("ci/build")),
          List.of(new CheckName("Coverage (é)")),
          Duration.ofMinutes(30));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "environment-declared-checked",
          environment(Optional.of(GuardrailPolicy.NONE.with(CHECKS)), Optional.empty()),
          "environment-declared-soaked",
          environment(
              Optional.of(
                  GuardrailPolicy.NONE.with(
                      new SoakPolicy(Optional.of(STAGING), Duration.ofHours(2)))),
              Optional.empty()),
          "environment-declared-baked",
          environment(
              Optional.of(GuardrailPolicy.NONE.baking(Duration.ofMinutes(5))), Optional.empty()),
          "rollout-started-baked",
          new RolloutStarted(
              Samples.DELIVERY,
              "blue-green",
              4,
              List.of(new TargetName("local")),
              NOON,
              Optional.of(2)),
          "application-defined-verified",
          verified(),
          "application-defined-checked",
          application(),
          "command-received-check",
          new CommandReceived(ALICE, "key 1", report()),
          "environment-declared-protected",
          environment(Optional.empty(), Optional.of(Protection.CONFIRM)),
          "command-received-confirmed",
          new CommandReceived(ALICE, "key 3", confirmed()),
          "shipment-made-confirmed",
          new ShipmentMade(shipment()));

  private NewerSamples() {}

  private static Command confirmed() {
    return new Command.Deploy(
        SHOP, STAGING, Optional.empty(), false, VARIABLES, Optional.of(STAGING));
  }

  private static Shipment shipment() {
    return new Shipment(
        Samples.SHIPMENT,
        SHOP,
        Samples.CHANGE,
        Samples.DEFINITION,
        List.of(STAGING),
        new Shipment.MadeBy.Request(ALICE, Optional.of(STAGING)),
        false,
        VARIABLES);
  }

  static Entry environment(Optional<GuardrailPolicy> guardrails, Optional<Protection> protection) {
    return new EnvironmentDeclared(
        new EnvironmentDefinition(
            STAGING,
            VARIABLES,
            false,
            Duration.ofMinutes(5),
            false,
            Optional.empty(),
            guardrails,
            protection),
        new Origin.Implied());
  }

  private static Entry application() {
    TriggerDefinition trigger =
        new TriggerDefinition(
            TRIGGER,
            new TriggerDefinition.On.Push(List.of("main")),
            List.of(),
            Optional.of(CHECKS));
    return new ApplicationDefined(
        new ApplicationDefinition(
            SHOP,
            Samples.DEFINITION.repository(),
            Samples.DEFINITION.services(),
            List.of(STAGING),
            List.of(trigger),
            Optional.empty()),
        new Origin.Implied(),
        Optional.empty(),
        "slipway.yaml");
  }

  private static Entry verified() {
    Verification verification =
        new Verification(
            List.of(
                new Verification.Question(
                    "/ready",
                    200,
                    Optional.of("ok (é)"),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(10))));
    ServiceDefinition plain = Samples.DEFINITION.services().getFirst();
    ServiceDefinition web =
        new ServiceDefinition(
            plain.name(),
            plain.workload(),
            plain.health(),
            plain.variables(),
            plain.timeouts(),
            Optional.of(
                new Serving(
                    new StrategyDefinition.BlueGreen(Duration.ofSeconds(30), false),
                    1,
                    Serving.Traffic.HTTP,
                    Optional.empty(),
                    Optional.of(verification))),
            Optional.empty());
    return new ApplicationDefined(
        new ApplicationDefinition(
            SHOP,
            Samples.DEFINITION.repository(),
            List.of(web),
            List.of(STAGING),
            List.of(),
            Optional.empty()),
        new Origin.Implied(),
        Optional.empty(),
        "slipway.yaml");
  }

  private static Command report() {
    return new Command.ReportCheck(
        SHOP,
        SHA,
        new CheckName("ci/build"),
        CheckState.PENDING,
        Optional.empty(),
        Optional.empty(),
        Optional.of(NOON));
  }
}
