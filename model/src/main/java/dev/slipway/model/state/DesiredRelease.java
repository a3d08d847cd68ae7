package dev.slipway.model.state;

/**
 * A release and its share of a service at one step of a rollout.
 *
 * @param weight share of traffic in percent, 0 to 100
 * @param replicas how many instances, 0 or more
 */
public record DesiredRelease(Release release, int weight, int replicas, Part part) {

  /** The part that a release plays. */
  public enum Part {
    ACTIVE,
    STANDBY,
    DRAINING
  }
}
