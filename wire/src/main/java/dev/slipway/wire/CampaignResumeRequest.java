package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/**
 * How a campaign goes on.
 *
 * @param confirm protected environments that it may go to from now on
 */
public record CampaignResumeRequest(Optional<List<String>> confirm) {
  public CampaignResumeRequest {
    confirm = confirm.map(List::copyOf);
  }
}
