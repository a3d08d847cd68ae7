package dev.slipway.engine.campaign;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.CampaignState;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.CampaignId;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Reason;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.state.Campaign;
import dev.slipway.model.state.CampaignPlace;
import java.time.Instant;
import java.util.List;

/** How campaigns begin, and what one would come to. */
public final class Begin {

  private Begin() {}

  /** Where a campaign that has just begun would go, in the order in which it does. */
  public static List<CampaignPlace> places(World world, Campaign campaign, Instant now) {
    return new Places(world, now, CampaignState.started(campaign)).all();
  }

  /** Where the next campaign of an overlay would go; nowhere where nobody knows the overlay. */
  public static List<CampaignPlace> places(World world, OverlayName overlay, Instant now) {
    return world.declared().overlay(overlay).stream()
        .map(Revisions::current)
        .map(revision -> ofItself(revision, CampaignPace.STANDARD, ActorId.SLIPWAY))
        .flatMap(campaign -> places(world, campaign, now).stream())
        .toList();
  }

  /** Where one that has begun has come to, and where it still goes. */
  public static List<CampaignPlace> places(World world, CampaignState state, Instant now) {
    return new Places(world, now, state).all();
  }

  /** Begins one; whatever there is of the same overlay is replaced. */
  public static void begin(Deliberation d, Campaign campaign) {
    d.world().campaigns().open(campaign.overlay()).ifPresent(open -> replace(d, open));
    d.write(new CampaignStarted(campaign));
  }

  /** Begins the one that an overlay's document has begin by itself, where there is where to go. */
  public static void ofItself(Deliberation d, OverlayName overlay) {
    d.world().declared().overlay(overlay).map(Revisions::current).stream()
        .flatMap(revision ->
            revision.definition().campaign().stream()
                .map(pace -> ofItself(revision, pace, d.actor())))
        .filter(campaign -> !places(d.world(), campaign, d.now()).isEmpty())
        .forEach(campaign -> begin(d, campaign));
  }

  /** The campaign that nobody has to wish, for the document says how fast it may go. */
  public static Campaign ofItself(
      Revision<OverlayDefinition> revision, CampaignPace pace, ActorId by) {
    OverlayName overlay = revision.definition().name();
    return new Campaign(
        Identities.campaign(overlay, revision.number()),
        overlay,
        revision.number(),
        pace,
        List.of(),
        by);
  }

  static void replace(Deliberation d, CampaignState open) {
    CampaignId id = open.campaign().id();
    d.write(
        new CampaignEnded(
            id,
            CampaignEnded.End.REPLACED,
            open.through(),
            new Reason(
                "campaign-replaced",
                "overlay/%s was changed or sent anew; it had come through at %s."
                    .formatted(open.campaign().overlay(), counted(open.through())))));
  }

  /** So many places, in words. */
  public static String counted(int places) {
    return places == 1 ? "1 place" : places + " places";
  }
}
