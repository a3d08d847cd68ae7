package dev.slipway.model.entry;

import dev.slipway.model.ActorId;
import dev.slipway.model.CampaignId;
import dev.slipway.model.EnvironmentName;
import java.util.List;

/**
 * A person lets a campaign go on.
 *
 * @param confirmed the protected environments that this person named, beside those named before
 */
public record CampaignResumed(CampaignId campaign, ActorId by, List<EnvironmentName> confirmed)
    implements Entry {
  public CampaignResumed {
    confirmed = List.copyOf(confirmed);
  }
}
