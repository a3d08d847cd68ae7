package dev.slipway.model.state;

import dev.slipway.model.ActorId;
import dev.slipway.model.CampaignId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.layer.CampaignPace;
import java.util.List;

/**
 * The shipments that a change of an overlay makes: one for each application and environment where
 * other values are in force than the documents give now, through their routes, at a pace.
 *
 * @param revision the number of the revision that it brings
 * @param confirmed the protected environments that its person named once more
 * @param by on whose word
 */
public record Campaign(
    CampaignId id,
    OverlayName overlay,
    int revision,
    CampaignPace pace,
    List<EnvironmentName> confirmed,
    ActorId by) {

  /** How many environments may be named at once. */
  public static final int CONFIRMED_MAX = 100;

  public Campaign {
    confirmed = List.copyOf(confirmed);
  }
}
