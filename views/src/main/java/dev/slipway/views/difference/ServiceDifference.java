package dev.slipway.views.difference;

import dev.slipway.model.ServiceName;
import java.util.List;

/** A service that is not the same before and after, with the fields that differ. */
public record ServiceDifference(ServiceName service, Differs how, List<FieldDifference> fields) {
  public ServiceDifference {
    fields = List.copyOf(fields);
  }
}
