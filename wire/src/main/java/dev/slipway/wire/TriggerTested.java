package dev.slipway.wire;

import java.util.List;

/** Which triggers would fire, and why not the others; nothing is written. */
public record TriggerTested(List<TriggerVerdict> triggers) {
  public TriggerTested {
    triggers = List.copyOf(triggers);
  }
}
