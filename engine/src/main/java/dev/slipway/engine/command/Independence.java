package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.RolloutState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.model.ActorId;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Shipment;
import java.util.Optional;

/**
 * Whether whoever approves stands apart from the change: is neither an author of one of its commits
 * nor the one who asked for it. What counts is the person behind the credential, not the name that
 * was used. For a first delivery only the author of its head is asked for.
 */
sealed interface Independence {

  /** Something has to be asked first. */
  record Open() implements Independence {}

  /** It cannot be told. */
  record Unknown(Reason because) implements Independence {}

  /**
   * It is known who it is.
   *
   * @param dependent why that person does not stand apart; absent for one who does. A word that
   *     cannot be told from an author's own is taken for it.
   */
  record Known(ActorId person, Optional<Reason> dependent) implements Independence {}

  static Independence of(Deliberation d, RolloutState rollout) {
    Told<Answer.Person> approver = Told.person(d, d.actor());
    Optional<Told<Answer.Person>> requester =
        requester(d, rollout.delivery()).map(actor -> Told.person(d, actor));
    Told<Answer.Authors> authors = Told.authors(d, authorsOf(d, rollout.delivery()));
    if (d.isAsking()) {
      return new Open();
    }
    if (!(approver instanceof Told.Known<Answer.Person>(Answer.Person person, var _))) {
      return unknown("It cannot be told who you are.");
    }
    if (!(authors instanceof Told.Known<Answer.Authors>(Answer.Authors wrote, var _))) {
      return unknown(because(authors));
    }
    boolean asked =
        requester.stream()
            .anyMatch(told ->
                told instanceof Told.Known<Answer.Person>(Answer.Person by, var _)
                    && by.person().equals(person.person()));
    boolean own = asked || wrote.people().contains(person.person());
    return new Known(person.person(), dependent(person, own, wrote));
  }

  private static Optional<Reason> dependent(
      Answer.Person person, boolean own, Answer.Authors wrote) {
    if (own) {
      return Optional.of(
          new Reason(
              "own-approval",
              "You wrote a part of this or asked for it; somebody else has to approve it."));
    }
    return wrote.strangers() > 0 && !person.linked()
        ? Optional.of(
            new Reason(
                "approver-unlinked",
                "A part of this is by somebody whom nobody is linked to, and it cannot be told"
                    + " whether that is you. Have your e-mail addresses linked: slipway user link."))
        : Optional.empty();
  }

  private static Need.AuthorsOf authorsOf(Deliberation d, Delivery delivery) {
    PlacementState at = d.placement(delivery.id().placement());
    Optional<Sha> base = at.inForce().map(held -> held.delivery().change().sha());
    return new Need.AuthorsOf(
        d.organisation(), repository(delivery), base, delivery.change().sha());
  }

  private static RepositoryUrl repository(Delivery delivery) {
    return switch (delivery.change().artifact()) {
      case Artifact.CommitArchive archive -> archive.repository();
    };
  }

  private static Optional<ActorId> requester(Deliberation d, Delivery delivery) {
    return d.world()
        .deliveries()
        .shipments()
        .travelling(delivery.shipment())
        .map(ShipmentState::shipment)
        .map(Shipment::madeBy)
        .flatMap(Independence::wisher);
  }

  private static Optional<ActorId> wisher(Shipment.MadeBy by) {
    return switch (by) {
      case Shipment.MadeBy.Request request -> Optional.of(request.actor());
      case Shipment.MadeBy.Campaign campaign -> Optional.of(campaign.actor());
      case Shipment.MadeBy.Trigger _, Shipment.MadeBy.Joining _, Shipment.MadeBy.Rollback _ ->
          Optional.empty();
    };
  }

  private static String because(Told<Answer.Authors> told) {
    return switch (told) {
      case Told.Unusable<Answer.Authors>(Reason because) -> because.sentence();
      case Told.Unavailable<Answer.Authors>(Reason because) ->
          Settlements.unavailable(because, "Try again later.").sentence();
      case Told.Open<Answer.Authors> _, Told.Known<Answer.Authors> _ -> "";
    };
  }

  private static Unknown unknown(String sentence) {
    return new Unknown(
        new Reason("authors-unknown", "It cannot be told who wrote this. " + sentence));
  }
}
