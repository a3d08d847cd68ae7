package dev.slipway.views.row;

import dev.slipway.model.Position;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.state.Campaign;
import dev.slipway.views.Orders;
import dev.slipway.views.Row;
import java.time.Instant;
import java.util.Optional;

/**
 * A change of an overlay that is sent to what it concerns; its shipments have rows of their own.
 *
 * @param sent how many shipments it made
 * @param through how many of them came through
 * @param end absent while it goes on, or is halted
 * @param because why it is halted, or has ended; absent while it goes on
 */
public record CampaignRow(
    Campaign campaign,
    int sent,
    int through,
    Optional<CampaignEnded.End> end,
    Optional<Reason> because,
    Position position,
    Instant at)
    implements Row {

  public static CampaignRow started(Campaign campaign, Position position, Instant at) {
    return new CampaignRow(campaign, 0, 0, Optional.empty(), Optional.empty(), position, at);
  }

  public CampaignRow withSent() {
    return new CampaignRow(campaign, sent + 1, through, end, because, position, at);
  }

  public CampaignRow withThrough() {
    return new CampaignRow(campaign, sent, through + 1, end, because, position, at);
  }

  /** Halted for a reason, or going on for none. */
  public CampaignRow halted(Optional<Reason> why) {
    return new CampaignRow(campaign, sent, through, end, why, position, at);
  }

  public CampaignRow ended(CampaignEnded as) {
    return new CampaignRow(
        campaign, sent, through, Optional.of(as.end()), Optional.of(as.because()), position, at);
  }

  @Override
  public String key() {
    return campaign.id().value();
  }

  @Override
  public String order() {
    return Orders.of(position);
  }

  /** It is seen by whoever may see the overlay; each of its places by whoever may see that. */
  @Override
  public Scope scope() {
    return new Scope.Everything();
  }
}
