package dev.slipway.http;

import dev.slipway.codec.Identities;
import dev.slipway.model.ActorId;
import dev.slipway.model.CampaignId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.state.Campaign;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Campaigns of the overlay {@code caps}, which no agent has to deliver anything for. */
final class Campaigns {

  private Campaigns() {}

  /** Another one that has begun. */
  static CampaignId begun(House house) {
    CampaignId id =
        Identities.campaign(ActorId.SLIPWAY, Long.toString(house.ledger.head().value()));
    CampaignPace pace =
        new CampaignPace(Optional.of(new Portion.Percent(25)), Optional.of(Duration.ofMinutes(10)));
    Campaign campaign =
        new Campaign(
            id,
            new OverlayName("caps"),
            1,
            pace,
            List.of(new EnvironmentName("production")),
            ActorId.SLIPWAY);
    house.write(House.OURS, new CampaignStarted(campaign));
    return id;
  }
}
