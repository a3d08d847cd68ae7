package dev.slipway.simulator.planted;

import dev.slipway.ledger.Outbox;
import dev.slipway.model.Position;
import java.time.Instant;
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
  public Optional<Kept> claim(Place place, Kept fresh, String process, Instant now, Instant until) {
    return real.claim(place, fresh, process, now, until).map(Boasting::further);
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
  public boolean keep(Place place, Kept kept, String process, Instant until) {
    return real.keep(place, kept, process, until);
  }

  @Override
  public void forget(Place place) {
    real.forget(place);
  }
}
