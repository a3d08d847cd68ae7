package dev.slipway.loop.door;

import dev.slipway.model.ActorId;
import dev.slipway.model.CampaignId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.SetId;
import dev.slipway.model.guardrail.Ballot;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.state.CampaignPlace;
import dev.slipway.model.state.Outlook;
import dev.slipway.model.state.RollbackChoices;
import dev.slipway.model.state.RollbackOffer;
import dev.slipway.model.state.SetOffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** What a wish would come to now, without making it. Thread-safe. */
public interface Previews {

  /** What going back would do; an absent number means the delivery before. */
  RollbackOffer rollback(Organisation organisation, Placement placement, Optional<Integer> to);

  /** What could be gone back to, and what not. */
  RollbackChoices choices(Organisation organisation, Placement placement);

  /** What taking back a set would do; absent where nobody knows the set. */
  Optional<SetOffer> set(
      Organisation organisation, SetId set, Optional<EnvironmentName> environment);

  /**
   * Where a campaign went and still goes, in the order in which it does; absent where none of that
   * name goes on.
   */
  Optional<List<CampaignPlace>> campaign(Organisation organisation, CampaignId campaign);

  /** Where one of an overlay would go that is begun now; nowhere where nobody knows the overlay. */
  List<CampaignPlace> campaign(Organisation organisation, OverlayName overlay);

  /** Why an overlay or a policy is for nothing that there is; empty where it is for something. */
  Optional<Reason> idle(Organisation organisation, Owned owned);

  /**
   * Who approved a delivery, and what an actor's word would come to. Who wrote it may have to be
   * asked of its repository first.
   */
  CompletionStage<Ballot> ballot(Organisation organisation, DeliveryId delivery, ActorId actor);

  /**
   * What deploying a commit would come to, at each environment that is meant. The repository is
   * asked first.
   */
  CompletionStage<Outlook> outlook(Organisation organisation, ActorId actor, Outlook.Wish wish);
}
