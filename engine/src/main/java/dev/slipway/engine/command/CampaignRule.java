package dev.slipway.engine.command;

import dev.slipway.codec.Identities;
import dev.slipway.engine.campaign.Begin;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.CampaignState;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.engine.layer.Histories;
import dev.slipway.model.CampaignId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Reason;
import dev.slipway.model.Remark;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.state.Campaign;
import java.util.List;
import java.util.Optional;

/**
 * What people do with campaigns. Whoever may write an overlay may send it, stop that and let it go
 * on.
 */
final class CampaignRule {

  private CampaignRule() {}

  static Optional<Settlement> decide(Deliberation d, CampaignWish wish, String key) {
    return switch (wish) {
      case CampaignWish.Start start -> start(d, start, key);
      case CampaignWish.Stop stop ->
          of(d, stop.campaign(), known -> stopped(d, known, stop.reason()));
      case CampaignWish.Resume resume ->
          of(d, resume.campaign(), known -> resumed(d, known, resume.confirmed()));
    };
  }

  private static Optional<Settlement> start(Deliberation d, CampaignWish.Start wish, String key) {
    CampaignId id = Identities.campaign(d.actor(), key);
    if (d.world().campaigns().of(id).isPresent()) {
      return Settlements.nothing(
          "campaign-known", "The same wish started %s before.".formatted(id));
    }
    Optional<Settlement> refusal =
        refusal(d, wish.overlay()).or(() -> unknown(d, wish.confirmed()));
    if (refusal.isPresent() || d.isAsking()) {
      return refusal;
    }
    Revision<OverlayDefinition> revision = overlay(d, wish.overlay()).orElseThrow();
    Campaign campaign =
        new Campaign(
            id, wish.overlay(), revision.number(), wish.pace(), wish.confirmed(), d.actor());
    int places = Begin.places(d.world(), campaign, d.now()).size();
    if (places == 0) {
      return Settlements.nothing(
          "nothing-differs",
          "Wherever overlay/%s is for, its values are in force.".formatted(wish.overlay()));
    }
    Begin.begin(d, campaign);
    return Settlements.followed("campaign-started", Sending.sentence(campaign, places));
  }

  /** Why an overlay is not to be sent; empty when it may be, and while that is asked. */
  private static Optional<Settlement> refusal(Deliberation d, OverlayName name) {
    Optional<Revision<OverlayDefinition>> known = overlay(d, name);
    if (known.isEmpty()) {
      return Settlements.refused("unknown-overlay", "There is no overlay %s.".formatted(name));
    }
    return Writers.refusal(d, List.of(Histories.written(known.orElseThrow())))
        .flatMap(Settlements::refused);
  }

  private static Optional<Revision<OverlayDefinition>> overlay(Deliberation d, OverlayName name) {
    return d.organisationWide().declared().overlay(name).map(Revisions::current);
  }

  private static Optional<Settlement> unknown(Deliberation d, List<EnvironmentName> named) {
    return named.stream()
        .filter(environment -> d.environment(environment).isEmpty())
        .findFirst()
        .flatMap(environment ->
            Settlements.refused(
                "unknown-environment", "There is no environment %s.".formatted(environment)));
  }

  /** Something that is done with a campaign that has not ended, by whoever may. */
  private interface Deed {
    Optional<Settlement> with(CampaignState known);
  }

  private static Optional<Settlement> of(Deliberation d, CampaignId id, Deed deed) {
    Optional<CampaignState> known = d.organisationWide().campaigns().of(id);
    if (known.isEmpty()) {
      return Settlements.refused(
          "unknown-campaign", "There is no campaign %s, or it is too long ago.".formatted(id));
    }
    Optional<Settlement> refusal = refusal(d, known.orElseThrow().campaign().overlay());
    if (refusal.isPresent() || d.isAsking()) {
      return refusal;
    }
    return known.orElseThrow().end().isPresent()
        ? Settlements.nothing("campaign-ended", "%s has ended.".formatted(id))
        : deed.with(known.orElseThrow());
  }

  private static Optional<Settlement> stopped(
      Deliberation d, CampaignState known, Optional<Remark> reason) {
    CampaignId id = known.campaign().id();
    d.write(
        new CampaignEnded(
            id,
            CampaignEnded.End.STOPPED,
            known.through(),
            new Reason(
                "campaign-stopped",
                reason
                    .map("Somebody stopped it: %s"::formatted)
                    .orElse("Somebody stopped it, and said no reason."))));
    return Settlements.followed(
        "campaign-stopped",
        known.underWay() == 0
            ? "%s starts nothing any more.".formatted(id)
            : "%s starts nothing any more; %d of its shipments are under way and end as they end."
                .formatted(id, known.underWay()));
  }

  private static Optional<Settlement> resumed(
      Deliberation d, CampaignState known, List<EnvironmentName> confirmed) {
    Optional<Settlement> unknown = unknown(d, confirmed);
    if (unknown.isPresent()) {
      return unknown;
    }
    CampaignId id = known.campaign().id();
    if (!known.halted() && known.confirmed().keySet().containsAll(confirmed)) {
      return Settlements.nothing("not-halted", "%s is not halted.".formatted(id));
    }
    d.write(new CampaignResumed(id, d.actor(), confirmed));
    return Settlements.followed("campaign-resumed", "%s goes on.".formatted(id));
  }
}
