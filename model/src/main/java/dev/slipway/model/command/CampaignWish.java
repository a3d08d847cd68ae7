package dev.slipway.model.command;

import dev.slipway.model.CampaignId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Remark;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.state.Campaign;
import java.util.List;
import java.util.Optional;

/** What is wished of a campaign. */
public sealed interface CampaignWish {

  /**
   * Send what an overlay says now to all that it concerns and that has other values in force.
   *
   * @param confirmed the protected environments that it may go to
   */
  record Start(OverlayName overlay, CampaignPace pace, List<EnvironmentName> confirmed)
      implements CampaignWish {
    public Start {
      confirmed = checked(confirmed);
    }
  }

  /** Start no shipment of it any more; what is under way ends as it ends. */
  record Stop(CampaignId campaign, Optional<Remark> reason) implements CampaignWish {}

  /**
   * Let one that was halted go on.
   *
   * @param confirmed protected environments that it may go to from now on
   */
  record Resume(CampaignId campaign, List<EnvironmentName> confirmed) implements CampaignWish {
    public Resume {
      confirmed = checked(confirmed);
    }
  }

  private static List<EnvironmentName> checked(List<EnvironmentName> confirmed) {
    if (confirmed.size() > Campaign.CONFIRMED_MAX
        || confirmed.stream().distinct().count() < confirmed.size()) {
      throw new InvalidValue(
          "campaign", "names at most %d environments, each once".formatted(Campaign.CONFIRMED_MAX));
    }
    return List.copyOf(confirmed);
  }
}
