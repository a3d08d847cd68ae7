package dev.slipway.model.state;

import dev.slipway.model.ServiceName;
import dev.slipway.model.definition.Serving;
import java.util.List;
import java.util.Optional;

/**
 * What one service should be: its releases with their shares.
 *
 * @param serving absent for what was declared before there was a choice, and for commands; it means
 *     {@link Serving#PLAIN}
 * @param after the services that are brought up before it; absent when it waits for none
 */
public record DesiredService(
    ServiceName name,
    List<DesiredRelease> releases,
    Optional<Serving> serving,
    Optional<List<ServiceName>> after) {

  public DesiredService {
    releases = List.copyOf(releases);
    after = after.map(List::copyOf);
  }

  /** One that waits for no other. */
  public DesiredService(
      ServiceName name, List<DesiredRelease> releases, Optional<Serving> serving) {
    this(name, releases, serving, Optional.empty());
  }

  public DesiredService(ServiceName name, List<DesiredRelease> releases) {
    this(name, releases, Optional.empty());
  }

  /** The same service, asked nothing. */
  public DesiredService unverified() {
    return new DesiredService(name, releases, serving.map(Serving::unverified), after);
  }

  /** The same service with other releases. */
  public DesiredService holding(List<DesiredRelease> others) {
    return new DesiredService(name, others, serving, after);
  }
}
