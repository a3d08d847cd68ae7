package dev.slipway.views.row;

import dev.slipway.model.Scope;
import dev.slipway.model.guardrail.Lock;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;

/** A lock that nobody released; it may be over by itself. */
public record LockRow(Lock lock, Instant since) implements Row {

  /** Sorts behind every instant. */
  private static final String NEVER = "~";

  @Override
  public String key() {
    return lock.id().value();
  }

  /** What ends first comes first, so that what is over can be left out. */
  @Override
  public String order() {
    return lock.until().map(Orders::of).orElse(NEVER);
  }

  @Override
  public Scope scope() {
    return lock.scope();
  }
}
