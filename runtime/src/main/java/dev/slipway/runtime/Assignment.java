package dev.slipway.runtime;

import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.state.Release;
import java.util.List;

/**
 * The part of an order that one adapter has to see to. Without shares nothing of the slot may run.
 *
 * @param fence the fence under which this work was first ordered; names the work, so that the same
 *     assignment after a crash is known to be the same
 * @param shares what must run, at most one per service
 */
public record Assignment(Slot slot, Fence fence, List<Share> shares) {

  public Assignment {
    shares = List.copyOf(shares);
  }

  /**
   * One release that must run.
   *
   * @param digest the release's identity
   */
  public record Share(Digest digest, Release release) {

    public ServiceName service() {
      return release.service();
    }
  }
}
