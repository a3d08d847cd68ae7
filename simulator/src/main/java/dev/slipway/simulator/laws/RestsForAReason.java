package dev.slipway.simulator.laws;

import dev.slipway.engine.Cause;
import dev.slipway.engine.Decision;
import dev.slipway.engine.Engine;
import dev.slipway.engine.fold.RolloutPhase;
import dev.slipway.engine.fold.World;
import dev.slipway.model.Placement;
import dev.slipway.model.entry.Draft;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.RolloutWaiting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Law 48: once what broke is mended and nothing moves, nothing is left to do that a decision taken
 * afresh would do, and what has not settled is blocked by its name, with the way out.
 */
final class RestsForAReason implements Law {

  @Override
  public String name() {
    return "law-48";
  }

  @Override
  public List<String> atRest(World world, Instant now) {
    return Stream.concat(
            world.deliveries().placements().keySet().stream()
                .flatMap(placement -> forgotten(world, placement, now).stream()),
            world.deliveries().placements().values().stream()
                .flatMap(at -> at.active().stream())
                .filter(rollout -> rollout.phase() == RolloutPhase.STUCK)
                .filter(rollout -> rollout.wayOut().isEmpty())
                .map(rollout -> rollout.delivery().id() + " is stuck, and nobody says why"))
        .toList();
  }

  private static Optional<String> forgotten(World world, Placement placement, Instant now) {
    Decision decision = Engine.decide(world, new Cause.Tick(placement, List.of()), now);
    return decision.needs().isEmpty()
        ? decision.entries().stream()
            .map(Draft::entry)
            .filter(RestsForAReason::goesOn)
            .map(entry -> "%s rests, and could go on with %s".formatted(placement, entry))
            .findFirst()
        : Optional.empty();
  }

  /**
   * To say once more why it waits, or of one guardrail something else while another holds it, is
   * not to go on: what may go on leaves more than verdicts behind.
   */
  private static boolean goesOn(Entry entry) {
    return !(entry instanceof RolloutWaiting || entry instanceof GuardrailJudged);
  }
}
