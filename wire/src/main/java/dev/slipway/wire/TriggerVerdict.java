package dev.slipway.wire;

import java.util.List;

/**
 * What one trigger would say.
 *
 * @param travel the environments that its shipment would go to, in order; none when it makes none
 */
public record TriggerVerdict(String trigger, boolean matched, Reason because, List<String> travel) {
  public TriggerVerdict {
    travel = List.copyOf(travel);
  }
}
