package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Deliberation.Occasion;
import dev.slipway.engine.deliberation.Look;
import dev.slipway.engine.delivery.Parameters;
import dev.slipway.engine.delivery.SecretParameters;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.SourceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.need.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether what a deploy is given may be written down. Somebody may have typed a secret where its
 * name is wanted, or under a name that no parameter has; an entry is for ever. So where an
 * application is given secrets, what it would be refused for is refused before it is remembered,
 * and so is what nobody can judge because the commit cannot be read.
 */
public final class Discretion {

  private Discretion() {}

  /** Why the wish is not written down; nothing when it may be. */
  public static Look<Optional<Reason>> look(
      World world, ActorId actor, Command.Deploy deploy, List<Fact> facts, Instant now) {
    if (deploy.parameters().isEmpty()) {
      return new Look.Seen<>(Optional.empty());
    }
    Deliberation d =
        new Deliberation(
            world, new Occasion(Optional.empty(), SourceName.COMMANDS, actor, facts), now);
    List<EnvironmentName> stops = Stops.of(d, deploy.environment());
    return switch (Loading.of(d, deploy.application(), stops, deploy.revision())) {
      case Loading.Open _ -> new Look.Asking<>(d.decision().needs());
      case Loading.Refused(Reason because, var _) -> new Look.Seen<>(Optional.of(because));
      case Loading.Loaded loaded -> new Look.Seen<>(refusal(d, deploy, stops, loaded));
    };
  }

  private static Optional<Reason> refusal(
      Deliberation d, Command.Deploy deploy, List<EnvironmentName> stops, Loading.Loaded loaded) {
    return SecretParameters.areIn(loaded.definition())
            && Parameters.of(d.world(), loaded.definition(), deploy.parameters(), stops, d::sealing)
                instanceof Parameters.Refused(Reason because)
        ? Optional.of(because)
        : Optional.empty();
  }
}
