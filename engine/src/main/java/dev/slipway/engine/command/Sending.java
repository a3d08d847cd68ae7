package dev.slipway.engine.command;

import dev.slipway.engine.authority.Confirmation;
import dev.slipway.engine.campaign.Begin;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.state.Campaign;
import dev.slipway.model.state.CampaignPlace;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** What becomes of overlays once they are changed: some are sent without a further wish. */
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
    int places = places(d, campaign(d, revision)).size();
    if (places == 0) {
      return "";
    }
    return revision.definition().campaign().isEmpty()
        ? " %1$s would change what is in force at %2$s. To send it: slipway campaign start %1$s."
            .formatted(revision.definition().title(), Begin.counted(places))
        : sent(d, revision);
  }

  /** Sends what somebody went back to, and says what waits there for a name. */
  static String restored(Deliberation d, OverlayName overlay) {
    return d.world().declared().overlay(overlay).map(Revisions::current).stream()
        .map(revision -> sent(d, revision) + unnamed(d, campaign(d, revision)))
        .collect(Collectors.joining());
  }

  private static String sent(Deliberation d, Revision<OverlayDefinition> revision) {
    Campaign campaign = campaign(d, revision);
    List<CampaignPlace> places = places(d, campaign);
    if (places.isEmpty()) {
      return "";
    }
    Begin.begin(d, campaign);
    return " " + sentence(campaign, places.size());
  }

  private static Campaign campaign(Deliberation d, Revision<OverlayDefinition> revision) {
    return Begin.ofItself(
        revision, revision.definition().campaign().orElse(CampaignPace.STANDARD), d.actor());
  }

  private static List<CampaignPlace> places(Deliberation d, Campaign campaign) {
    return Begin.places(d.world(), campaign, d.now());
  }

  /** Whoever goes back is in a hurry, and is told at once what would wait for them. */
  private static String unnamed(Deliberation d, Campaign campaign) {
    List<EnvironmentName> unnamed =
        places(d, campaign).stream()
            .map(place -> place.at().environment())
            .distinct()
            .filter(environment -> Confirmation.isProtected(d, environment))
            .toList();
    return unnamed.isEmpty()
        ? ""
        : " %s waits for somebody who names it: slipway campaign resume %s%s."
            .formatted(
                unnamed.stream().map(EnvironmentName::value).collect(Collectors.joining(", ")),
                campaign.id(),
                unnamed.stream()
                    .map(environment -> " --confirm " + environment)
                    .collect(Collectors.joining()));
  }

  /** That a campaign began. */
  static String sentence(Campaign campaign, int places) {
    return "%s sends overlay/%s to %s, step by step."
        .formatted(campaign.id(), campaign.overlay(), Begin.counted(places));
  }
}
