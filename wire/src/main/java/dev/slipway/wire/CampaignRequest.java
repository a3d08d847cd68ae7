package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * How an overlay is sent.
 *
 * @param confirm the protected environments that it may go to
 */
public record CampaignRequest(Optional<CampaignPace> pace, Optional<List<String>> confirm) {
  public CampaignRequest {
    confirm = confirm.map(List::copyOf);
  }
}
