package dev.slipway.model.layer;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.ServiceName;
import java.util.List;

/**
 * What an application says of one of its services for one environment only.
 *
 * @param settings by name; never empty
 */
public record ServicePart(
    EnvironmentName environment, ServiceName service, List<Setting> settings) {

  public ServicePart {
    settings = List.copyOf(settings);
  }
}
