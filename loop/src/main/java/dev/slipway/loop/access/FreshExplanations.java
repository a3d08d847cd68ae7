package dev.slipway.loop.access;

import dev.slipway.engine.why.Afresh;
import dev.slipway.engine.why.Explanation;
import dev.slipway.engine.why.Why;
import dev.slipway.loop.door.Explanations;
import dev.slipway.loop.door.Memory;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Has the engine decide one placement afresh, without writing anything. */
public final class FreshExplanations implements Explanations {

  private final Memory memory;
  private final InstantSource clock;

  public FreshExplanations(Memory memory, InstantSource clock) {
    this.memory = memory;
    this.clock = clock;
  }

  @Override
  public Explained why(Organisation organisation, Placement placement) {
    Explanation why = Afresh.explain(memory.world(organisation), placement, clock.instant());
    return new Explained(
        why.state(),
        why.delivery(),
        why.unmet().stream().map(FreshExplanations::unmet).toList(),
        why.unmet().isEmpty() ? Optional.empty() : why.earliest());
  }

  @Override
  public List<Waiting> queue(Organisation organisation, Placement placement) {
    return Why.queue(memory.world(organisation), placement, clock.instant()).stream()
        .map(one -> new Waiting(one.shipment(), one.because(), one.wayOut(), one.notBefore()))
        .toList();
  }

  private static Unmet unmet(Explanation.Unmet one) {
    return new Unmet(
        one.what(),
        one.because(),
        one.earliest(),
        one.ways().stream().map(way -> new Way(way.least(), way.who(), way.command())).toList());
  }
}
