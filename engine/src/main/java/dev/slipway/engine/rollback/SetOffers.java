package dev.slipway.engine.rollback;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Deliberation.Occasion;
import dev.slipway.engine.fold.SetState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.SetId;
import dev.slipway.model.SourceName;
import dev.slipway.model.state.SetOffer;
import dev.slipway.model.state.Skip;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Says of a set what taking it back would do, and writes nothing. */
public final class SetOffers {

  private SetOffers() {}

  /** The offer of a set; absent where nobody knows the set. */
  public static Optional<SetOffer> of(
      World world, SetId id, Optional<EnvironmentName> environment, Instant now) {
    Occasion look = new Occasion(Optional.empty(), SourceName.COMMANDS, ActorId.SLIPWAY, List.of());
    return world
        .sets()
        .of(id)
        .map(set ->
            set.meant(environment)
                .map(where -> offer(SetPlan.of(new Deliberation(world, look, now), set, where)))
                .orElseGet(() -> new SetOffer(Optional.of(which(set)), List.of())));
  }

  /** Why it is not clear where; told with all that could be meant. */
  public static Reason which(SetState set) {
    List<EnvironmentName> reached = set.reached();
    return reached.isEmpty()
        ? new Reason("nothing-to-take-back", "%s has arrived nowhere.".formatted(set.set().id()))
        : new Reason(
            "environment-missing",
            "%s has arrived in several environments. Say which: %s"
                .formatted(
                    set.set().id(),
                    String.join(", ", reached.stream().map(stop -> "--in " + stop).toList())));
  }

  private static SetOffer offer(SetPlan plan) {
    return new SetOffer(plan.refusal(), plan.parts().stream().map(SetOffers::part).toList());
  }

  private static SetOffer.Part part(SetPlan.Part part) {
    return switch (part) {
      case SetPlan.Part.Back back ->
          new SetOffer.Part(
              back.at(),
              Optional.of(
                  new Skip(back.choice().to().id().number(), back.choice().to().change().sha())),
              Optional.empty(),
              false);
      case SetPlan.Part.Untouched one ->
          new SetOffer.Part(one.at(), Optional.empty(), Optional.of(one.because()), false);
      case SetPlan.Part.Stuck one ->
          new SetOffer.Part(one.at(), Optional.empty(), Optional.of(one.because()), true);
    };
  }
}
