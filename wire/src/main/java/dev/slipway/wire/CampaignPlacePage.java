package dev.slipway.wire;

import java.util.List;
import java.util.Optional;

/** A page of places, in the order in which they come. */
public record CampaignPlacePage(List<CampaignPlace> items, long total, Optional<String> next) {
  public CampaignPlacePage {
    items = List.copyOf(items);
  }
}
