package dev.slipway.loop.keeper;

import dev.slipway.engine.rollback.Choice;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.Previews;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.state.RollbackOffer;
import dev.slipway.model.state.Skip;
import java.util.Optional;

/** Asks the rules that would decide. Thread-safe. */
public final class EnginePreviews implements Previews {

  private final Memory memory;

  public EnginePreviews(Memory memory) {
    this.memory = memory;
  }

  @Override
  public RollbackOffer rollback(
      Organisation organisation, Placement placement, Optional<Integer> to) {
    return switch (Choice.of(
        placement, memory.world(organisation).deliveries().placement(placement), to)) {
      case Choice.Impossible impossible -> new RollbackOffer.Impossible(impossible.because());
      case Choice.Possible possible ->
          new RollbackOffer.Possible(
              new Skip(possible.to().id().number(), possible.to().change().sha()),
              possible.skips());
    };
  }
}
