package dev.slipway.engine.rollback;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.SetState;
import dev.slipway.model.ActorId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.SetId;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.model.entry.SetMade;
import dev.slipway.model.state.ShipSet;
import java.util.List;
import java.util.Optional;

/** Sends all of a plan back, as a set of its own that ends where one of it fails. */
public final class SetReturn {

  private SetReturn() {}

  /** Who sends it; {@code confirmed} is the environment, named once more. */
  public record Sender(SetId id, ActorId by, Optional<EnvironmentName> confirmed) {}

  /** Writes the set and the shipments of its rollbacks. */
  public static void send(Deliberation d, SetState of, SetPlan plan, Sender sender) {
    SetId id = sender.id();
    boolean automatic = sender.by().equals(ActorId.SLIPWAY);
    List<SetPlan.Part.Back> backs = plan.backs();
    d.write(
        new SetMade(
            new ShipSet(
                id,
                backs.stream()
                    .map(back ->
                        new ShipSet.Member(
                            back.at().application(),
                            Identities.member(id, back.at().application()),
                            back.after()))
                    .toList(),
                List.of(plan.environment()),
                OnFailure.HALT,
                sender.by(),
                Optional.of(of.set().id()))));
    for (SetPlan.Part.Back back : backs) {
      Return.send(
          d,
          back.at(),
          back.choice(),
          new Return.Sender(
              Identities.member(id, back.at().application()),
              sender.by(),
              automatic,
              Optional.empty(),
              sender.confirmed(),
              Optional.of(id)));
    }
  }
}
