package dev.slipway.runtime;

/**
 * What an adapter can do. Powers are declared, never assumed.
 *
 * @param name stable, such as {@code process}
 * @param nature whether what it made can be looked at
 * @param weights whether releases of one service can share traffic
 * @param instances whether a service can have several instances
 * @param dryRun whether {@link Adapter#difference} asks the real thing
 * @param exclusive whether only one slot at a time may be converged
 */
public record Capabilities(
    String name,
    Nature nature,
    boolean weights,
    boolean instances,
    boolean dryRun,
    boolean exclusive) {

  /** What can be known of a workload after it was brought. */
  public enum Nature {
    /** It can be looked at, compared with its order, and healed. */
    OBSERVABLE,
    /** Only the outcome is known; it is never healed, and never run again on a guess. */
    RECORDED
  }
}
