package dev.slipway.model;

/** Identifies a campaign: a digest of the wish, or of the revision of its overlay, that made it. */
public record CampaignId(String value) implements Comparable<CampaignId> {

  public CampaignId {
    Names.checked("campaign id", value);
  }

  @Override
  public int compareTo(CampaignId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
