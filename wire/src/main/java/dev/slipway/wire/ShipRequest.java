package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * What is delivered as one.
 *
 * @param to the environments, one after the other
 * @param onFailure halt unless told otherwise
 * @param confirm the environments that are protected, named once more
 */
public record ShipRequest(
    List<Cargo> applications,
    List<String> to,
    Optional<OnFailure> onFailure,
    Optional<List<String>> confirm) {
  public ShipRequest {
    applications = List.copyOf(applications);
    to = List.copyOf(to);
    confirm = confirm.map(List::copyOf);
  }
}
