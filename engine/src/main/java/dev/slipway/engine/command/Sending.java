package dev.slipway.engine.command;

import dev.slipway.engine.campaign.Begin;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.model.OverlayName;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.state.Campaign;
import java.util.Collection;
import java.util.stream.Collectors;

/** What becomes of overlays once they are changed: some are sent by themselves. */
final class Sending {

  private Sending() {}

  /** Sends what is to be sent by itself, and says of the others how that is wished. */
  static String changed(Deliberation d, Collection<OverlayName> overlays) {
    return overlays.stream()
        .flatMap(name -> d.world().declared().overlay(name).map(Revisions::current).stream())
        .map(revision -> changed(d, revision))
        .collect(Collectors.joining());
  }

  private static String changed(Deliberation d, Revision<OverlayDefinition> revision) {
    CampaignPace pace = revision.definition().campaign().orElse(CampaignPace.STANDARD);
    Campaign campaign = Begin.ofItself(revision, pace, d.actor());
    int places = Begin.places(d.world(), campaign, d.now()).size();
    if (places == 0) {
      return "";
    }
    if (revision.definition().campaign().isEmpty()) {
      return " %1$s would change what is in force at %2$s. To send it: slipway campaign start %1$s"
          .formatted(revision.definition().title(), Begin.counted(places));
    }
    Begin.begin(d, campaign);
    return " " + sentence(campaign, places);
  }

  /** That a campaign began. */
  static String sentence(Campaign campaign, int places) {
    return "%s sends overlay/%s to %s, step by step."
        .formatted(campaign.id(), campaign.overlay(), Begin.counted(places));
  }
}
