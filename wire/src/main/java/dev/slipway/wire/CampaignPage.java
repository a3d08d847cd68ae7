package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/** A page of campaigns. */
public record CampaignPage(List<Campaign> items, long total, Optional<String> next) {
  public CampaignPage {
    items = List.copyOf(items);
  }
}
