package dev.slipway.wire;

import java.util.List;

/** A service that is not the same in both deliveries. */
public record ServiceDifference(String service, Differs change, List<FieldDifference> fields) {
  public ServiceDifference {
    fields = List.copyOf(fields);
  }
}
