package dev.slipway.model.state;

import dev.slipway.model.ServiceName;
import java.util.List;

/** What one service should be: its releases with their shares. */
public record DesiredService(ServiceName name, List<DesiredRelease> releases) {

  public DesiredService {
    releases = List.copyOf(releases);
  }
}
