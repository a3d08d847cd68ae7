package dev.slipway.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * What taking back a set would do; all of it or nothing.
 *
 * @param because why nothing of it can go back
 * @param items in the order in which they would go back
 */
public record SetRollback(boolean possible, Optional<Reason> because, List<Part> items) {
  public SetRollback {
    items = List.copyOf(items);
  }

  /**
   * What would become of one application.
   *
   * @param to the delivery that would hold again
   * @param because why it has nothing to take back, or cannot
   */
  public record Part(
      String application,
      String environment,
      Verdict verdict,
      Optional<Integer> to,
      Optional<String> sha,
      Optional<Reason> because) {}

  /** Whether one goes back. */
  public enum Verdict {
    @JsonProperty("back")
    BACK,
    @JsonProperty("untouched")
    UNTOUCHED,
    @JsonProperty("stuck")
    STUCK
  }
}
