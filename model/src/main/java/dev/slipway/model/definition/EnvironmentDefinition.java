package dev.slipway.model.definition;

import dev.slipway.model.EnvironmentName;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;

/**
 * A named place that applications are delivered to.
 *
 * @param implicit whether nobody declared it and Slipway made it because a route names it
 * @param silentAfter how long a member of a rollout may stay silent past its deadline before the
 *     rollout is stuck
 * @param allowEmpty whether a delivery without any member target settles at once instead of being
 *     stuck
 * @param onFailure what follows here when a rollout fails; absent leaves it to the application
 * @param guardrails what must hold before a delivery starts; absent when nothing is asked for
 * @param protection what is asked of whoever sends something there by hand; absent when nothing is
 * @param queue what becomes of what waits; absent is the same as {@link QueuePolicy#LATEST}
 * @param concurrency how many rollouts may be under way there at once, whichever applications they
 *     are of; absent when as many as there are
 * @param rollouts how deliveries are rolled out there; absent where nothing is said
 * @param group the group from whose template it was made; absent where a document of its own, or
 *     nobody, declared it
 */
public record EnvironmentDefinition(
    EnvironmentName name,
    SortedMap<String, String> labels,
    boolean implicit,
    Duration silentAfter,
    boolean allowEmpty,
    Optional<OnFailure> onFailure,
    Optional<GuardrailPolicy> guardrails,
    Optional<Protection> protection,
    Optional<QueuePolicy> queue,
    Optional<Integer> concurrency,
    Optional<RolloutPolicy> rollouts,
    Optional<EnvironmentName> group) {

  /** An environment that belongs to no group. */
  public EnvironmentDefinition(
      EnvironmentName name,
      SortedMap<String, String> labels,
      boolean implicit,
      Duration silentAfter,
      boolean allowEmpty,
      Optional<OnFailure> onFailure,
      Optional<GuardrailPolicy> guardrails,
      Optional<Protection> protection,
      Optional<QueuePolicy> queue,
      Optional<Integer> concurrency,
      Optional<RolloutPolicy> rollouts) {
    this(
        name,
        labels,
        implicit,
        silentAfter,
        allowEmpty,
        onFailure,
        guardrails,
        protection,
        queue,
        concurrency,
        rollouts,
        Optional.empty());
  }

  /** An environment whose queue and rollouts nobody configured. */
  public EnvironmentDefinition(
      EnvironmentName name,
      SortedMap<String, String> labels,
      boolean implicit,
      Duration silentAfter,
      boolean allowEmpty,
      Optional<OnFailure> onFailure,
      Optional<GuardrailPolicy> guardrails,
      Optional<Protection> protection) {
    this(
        name,
        labels,
        implicit,
        silentAfter,
        allowEmpty,
        onFailure,
        guardrails,
        protection,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  /** The same with another queue. */
  public EnvironmentDefinition with(QueuePolicy policy) {
    return with(Optional.of(policy), concurrency, rollouts);
  }

  /** The same with so many rollouts at once at most. */
  public EnvironmentDefinition limitedTo(int limit) {
    return with(queue, Optional.of(limit), rollouts);
  }

  /** The same, where deliveries are rolled out in this way. */
  public EnvironmentDefinition rolling(RolloutPolicy way) {
    return with(queue, concurrency, Optional.of(way));
  }

  private EnvironmentDefinition with(
      Optional<QueuePolicy> waiting, Optional<Integer> limit, Optional<RolloutPolicy> rolling) {
    return new EnvironmentDefinition(
        name,
        labels,
        implicit,
        silentAfter,
        allowEmpty,
        onFailure,
        guardrails,
        protection,
        waiting,
        limit,
        rolling,
        group);
  }

  /** The same, where other things have to hold. */
  public EnvironmentDefinition asking(Optional<GuardrailPolicy> policy) {
    return new EnvironmentDefinition(
        name,
        labels,
        implicit,
        silentAfter,
        allowEmpty,
        onFailure,
        policy,
        protection,
        queue,
        concurrency,
        rollouts,
        group);
  }

  /** The same under another name, made from the template of a group. */
  public EnvironmentDefinition madeAs(EnvironmentName made, EnvironmentName of) {
    return new EnvironmentDefinition(
        made,
        labels,
        implicit,
        silentAfter,
        allowEmpty,
        onFailure,
        guardrails,
        protection,
        queue,
        concurrency,
        rollouts,
        Optional.of(of));
  }

  public QueuePolicy queuePolicy() {
    return queue.orElse(QueuePolicy.LATEST);
  }

  /** How deliveries are rolled out there. */
  public RolloutPolicy policy() {
    return rollouts.orElse(RolloutPolicy.STANDARD);
  }
}
