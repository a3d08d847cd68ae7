package dev.slipway.wire;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A named place that applications are delivered to.
 *
 * @param implicit nobody declared it; a route names it
 * @param asksToConfirm whoever sends something there by hand names it once more
 * @param group the group from whose template it was made; absent where it was not
 * @param queue what becomes of automatic shipments that wait there
 * @param concurrency how many rollouts may be under way there at once; absent without a limit
 */
public record Environment(
    String name,
    Map<String, String> labels,
    boolean implicit,
    Optional<String> group,
    long silentAfterSeconds,
    boolean allowEmpty,
    boolean asksToConfirm,
    QueuePolicy queue,
    Optional<Integer> concurrency,
    List<String> targets,
    Origin origin,
    long position,
    Instant declaredAt) {
  public Environment {
    labels = Map.copyOf(labels);
    targets = List.copyOf(targets);
  }
}
