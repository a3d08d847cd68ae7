package dev.slipway.simulator.people;

import dev.slipway.codec.Digests;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.model.ActorId;
import dev.slipway.model.Digest;
import dev.slipway.model.Remark;
import dev.slipway.model.Role;
import dev.slipway.model.Scope;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.GuardrailName;
import dev.slipway.model.state.Delivery;
import dev.slipway.simulator.Happening;
import dev.slipway.simulator.Kernel;
import dev.slipway.simulator.Town;
import dev.slipway.simulator.Townsfolk;
import java.util.List;
import java.util.Set;

/**
 * An owner who cannot wait, and now and then lets a delivery go past an approval, a check or a
 * soak; who sometimes looked at another one; and another who would like to and may not.
 */
public final class Hurried implements Townsfolk {

  private static final ActorId OWNER = new ActorId("hurried-owner");
  private static final ActorId DEPLOYER = new ActorId("hurried-deployer");
  private static final Remark WHY = new Remark("It cannot wait.");
  private static final Digest OTHER = Digests.sha256(new byte[0]);
  private static final Set<String> KINDS = Set.of("approval", "check", "soak");

  private final Town town;
  private final Kernel kernel;

  public Hurried(Town town) {
    this.town = town;
    this.kernel = town.kernel;
  }

  @Override
  public List<Happening> happenings() {
    return List.of(new Happening("bypass", 2, this::bypass));
  }

  private void bypass() {
    town.clients.wish(new Command.IssueToken(OWNER, Role.OWNER, new Scope.Everything()));
    town.clients.wish(new Command.IssueToken(DEPLOYER, Role.DEPLOYER, new Scope.Everything()));
    town.server.world().stream()
        .flatMap(world -> world.deliveries().placements().values().stream())
        .flatMap(at -> at.active().stream())
        .toList()
        .forEach(this::bypass);
  }

  private void bypass(RolloutState rollout) {
    rollout.gated().verdicts().entrySet().stream()
        .filter(said -> !said.getValue().passes())
        .map(said -> said.getKey())
        .filter(name -> KINDS.contains(name.value().split(" ", 2)[0]))
        .forEach(name -> bypass(rollout.delivery(), name));
  }

  private void bypass(Delivery delivery, GuardrailName name) {
    Digest seen = kernel.chance(10) ? OTHER : delivery.hash();
    town.clients.wish(
        kernel.chance(20) ? DEPLOYER : OWNER, new Command.Bypass(delivery.id(), seen, name, WHY));
  }
}
