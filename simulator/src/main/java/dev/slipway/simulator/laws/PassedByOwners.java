package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.entry.GuardrailJudged;
import dev.slipway.model.entry.Recorded;
import java.util.List;

/**
 * Law 60: what nobody let past goes past nothing: before a guardrail is said to be bypassed, and so
 * before what follows, somebody who may has bypassed it, for that delivery with that content.
 */
final class PassedByOwners implements Law {

  private static final String BYPASSED = "bypassed";

  private final Bypasses bypasses = new Bypasses();

  @Override
  public String name() {
    return "law-60";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    bypasses.take(world, recorded.entry());
    return recorded.entry() instanceof GuardrailJudged judged
            && judged.because().code().equals(BYPASSED)
            && !bypasses.cover(judged.delivery(), judged.guardrail())
        ? List.of(
            "%s goes past %s, and nobody who may let it"
                .formatted(judged.delivery(), judged.guardrail()))
        : List.of();
  }
}
