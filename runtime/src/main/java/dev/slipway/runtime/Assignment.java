package dev.slipway.runtime;

import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredRelease.Part;
import dev.slipway.model.state.Release;
import java.util.List;

/**
 * The part of an order that one adapter has to see to. Without shares nothing of the slot may run.
 *
 * @param fence the fence under which this work was first ordered; names the work, so that the same
 *     assignment after a crash is known to be the same
 * @param shares what must run, in the order in which services are brought up; several of one
 *     service while it goes from one release to another
 */
public record Assignment(Slot slot, Fence fence, List<Share> shares) {

  public Assignment {
    shares = List.copyOf(shares);
  }

  /**
   * One release that must run.
   *
   * @param digest the release's identity
   * @param standing its part beside other releases of the service
   * @param serving how the service is served
   */
  public record Share(Digest digest, Release release, Standing standing, Serving serving) {

    /** All of a service, in one instance. */
    public Share(Digest digest, Release release) {
      this(digest, release, Standing.ALONE, Serving.PLAIN);
    }

    public ServiceName service() {
      return release.service();
    }
  }

  /**
   * The part of one release.
   *
   * @param weight share of traffic in percent
   * @param replicas how many instances
   */
  public record Standing(Part part, int weight, int replicas) {

    static final Standing ALONE = new Standing(Part.ACTIVE, 100, 1);

    public static Standing of(DesiredRelease desired) {
      return new Standing(desired.part(), desired.weight(), desired.replicas());
    }
  }
}
