package dev.slipway.engine.layer;

import dev.slipway.aggregation.Reaches;
import dev.slipway.engine.fold.World;
import dev.slipway.model.Placement;
import dev.slipway.model.layer.Reach;

/** Whether a selector is for a place. */
public final class Reached {

  private Reached() {}

  public static boolean by(World world, Reach reach, Placement placement) {
    return Reaches.reaches(reach, placement.application())
        && Overlays.reaches(world, reach, placement.environment());
  }
}
