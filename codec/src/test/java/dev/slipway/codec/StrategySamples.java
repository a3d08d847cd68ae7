package dev.slipway.codec;

import static dev.slipway.codec.Samples.ALICE;
import static dev.slipway.codec.Samples.NOON;
import static dev.slipway.codec.Samples.SHOP;
import static dev.slipway.codec.Samples.STAGING;
import static dev.slipway.codec.Samples.VARIABLES;

import dev.slipway.model.ServiceName;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.EnvironmentDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.definition.RolloutPolicy;
import dev.slipway.model.definition.ServiceDefinition;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.definition.Stage;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.definition.StrategyDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.MemberExcluded;
import dev.slipway.model.entry.RolloutStarted;
import dev.slipway.model.entry.StepContinued;
import dev.slipway.model.state.Pace;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What came with strategies that have steps, and with waves. */
final class StrategySamples {

  private static final TargetName EU = new TargetName("eu-1");
  private static final Duration DRAIN = Duration.ofSeconds(30);

  static final List<Entry> ENTRIES =
      List.of(
          new StepContinued(Samples.DELIVERY, 2, ALICE),
          new MemberExcluded(Samples.DELIVERY, EU, ALICE));

  private static final Stay TIME = new Stay(Optional.of(Duration.ofMinutes(5)), Optional.empty());
  private static final Stay DECISION =
      new Stay(
          Optional.empty(),
          Optional.of(new Stay.Decision(Duration.ofHours(4), Stay.Otherwise.HALT)));

  private static final List<StrategyDefinition> STRATEGIES =
      List.of(
          new StrategyDefinition.Rolling(DRAIN, Optional.of(new Portion.Count(2))),
          new StrategyDefinition.Rolling(DRAIN, Optional.of(new Portion.Percent(25))),
          new StrategyDefinition.Canary(
              DRAIN,
              List.of(new Stage(10, TIME), new Stage(50, DECISION), new Stage(100, Stay.NONE))),
          new StrategyDefinition.Highlander(DRAIN),
          new StrategyDefinition.InPlace(2),
          new StrategyDefinition.Custom(
              DRAIN, List.of(new Stage(0, Optional.of(1), Optional.of(3), TIME))));

  static final Map<String, Entry> BY_NAME =
      Map.of(
          "application-defined-strategies",
          application(),
          "environment-declared-rollouts",
          environment(),
          "rollout-started-paced",
          started(),
          "command-received-continue",
          new CommandReceived(
              ALICE, "key 1", new Command.Continue(Samples.DELIVERY, Optional.of(2))),
          "command-received-exclude",
          new CommandReceived(ALICE, "key 2", new Command.Exclude(Samples.DELIVERY, EU)));

  private StrategySamples() {}

  private static Entry started() {
    return new RolloutStarted(
        Samples.DELIVERY,
        "canary",
        3,
        List.of(new TargetName("local"), new TargetName("us-1")),
        NOON,
        Optional.empty(),
        Optional.of(
            new Pace(List.of(1, 1), List.of(new Pace.At(1, TIME), new Pace.At(2, DECISION)), 0)),
        Optional.of(List.of(EU)));
  }

  private static Entry environment() {
    return new EnvironmentDeclared(
        new EnvironmentDefinition(
                STAGING,
                VARIABLES,
                false,
                Duration.ofMinutes(5),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty())
            .rolling(
                new RolloutPolicy(
                    Optional.of(new Portion.Percent(25)),
                    Optional.of(Duration.ofHours(1)),
                    Optional.of(Duration.ofMinutes(20)),
                    RolloutPolicy.WhenSilent.BACK)),
        new Origin.Implied());
  }

  private static Entry application() {
    return new ApplicationDefined(
        new ApplicationDefinition(
            SHOP,
            Samples.DEFINITION.repository(),
            IntStream.range(0, STRATEGIES.size()).mapToObj(StrategySamples::service).toList(),
            List.of(STAGING),
            List.of(),
            Optional.empty()),
        new Origin.Implied(),
        Optional.empty(),
        "slipway.yaml");
  }

  private static ServiceDefinition service(int n) {
    ServiceDefinition plain = Samples.DEFINITION.services().getFirst();
    return new ServiceDefinition(
        new ServiceName("s" + n),
        plain.workload(),
        plain.health(),
        plain.variables(),
        plain.timeouts(),
        Optional.of(new Serving(STRATEGIES.get(n), 4, Serving.Traffic.HTTP, Optional.empty())),
        Optional.empty());
  }
}
