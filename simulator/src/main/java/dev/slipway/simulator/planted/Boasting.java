package dev.slipway.simulator.planted;

import dev.slipway.ledger.Outbox;
import dev.slipway.model.Position;
import java.util.Map;
import java.util.Optional;

/** An outbox that says that more was told than was. */
record Boasting(Outbox real) implements Outbox {

  private static final long MORE = 20;

  @Override
  public Map<Place, Kept> all() {
    return real.all();
  }

  @Override
  public Claim claim(Place place, Kept fresh, String process, Optional<Long> stood) {
    return real.claim(place, fresh, process, stood) instanceof Claim.Taken(Kept kept)
        ? new Claim.Taken(further(kept))
        : real.claim(place, fresh, process, stood);
  }

  private static Kept further(Kept kept) {
    return new Kept(
        new Position(kept.upTo().value() + MORE),
        kept.ahead(),
        kept.tries(),
        kept.failingSince(),
        kept.failure(),
        kept.lastSent(),
        kept.leftOut());
  }

  @Override
  public boolean keep(Place place, Kept kept, String process) {
    return real.keep(place, kept, process);
  }

  @Override
  public void forget(Place place) {
    real.forget(place);
  }
}
