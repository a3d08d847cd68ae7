package dev.slipway.http.show;

import dev.slipway.http.Refusal;
import dev.slipway.loop.door.Commits.Related;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Inclusion;
import dev.slipway.model.state.Delivery;
import dev.slipway.wire.Relation;
import java.util.Optional;

/** Shows whether what is in force holds a commit. Stateless. */
public final class Including {

  private Including() {}

  public static dev.slipway.wire.Inclusion nothingInForce(Placement placement) {
    return new dev.slipway.wire.Inclusion(
        Relation.NOT_INCLUDED,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Shown.reason(
            new Reason(
                "nothing-in-force",
                "Nothing is in force at %s, so nothing holds it there.".formatted(placement))));
  }

  /** Of words that the repository knows no commit for. */
  public static dev.slipway.wire.Inclusion unknown(Delivery inForce, Reason because) {
    return new dev.slipway.wire.Inclusion(
        Relation.NO_RELATION,
        Optional.empty(),
        Optional.of(Differing.compared(inForce)),
        Optional.empty(),
        Shown.reason(because));
  }

  /**
   * Of a commit that the repository holds.
   *
   * @throws Refusal when the repository cannot say
   */
  public static dev.slipway.wire.Inclusion of(Delivery inForce, Sha sha, Related related) {
    return switch (related) {
      case Related.Known(Inclusion inclusion) -> of(inForce, sha, inclusion);
      case Related.Unknown(Reason because) -> throw Refusal.of(422, because);
    };
  }

  private static dev.slipway.wire.Inclusion of(Delivery inForce, Sha sha, Inclusion inclusion) {
    DeliveryId id = inForce.id();
    String head = inForce.change().sha().abbreviated();
    return switch (inclusion) {
      case Inclusion.Included _ ->
          shown(
              Relation.INCLUDED,
              inForce,
              sha,
              Optional.empty(),
              new Reason(
                  "included", "%s is in force with %s, which holds it.".formatted(id, head)));
      case Inclusion.TakenBack(Sha by) ->
          shown(
              Relation.NOT_INCLUDED,
              inForce,
              sha,
              Optional.of(by),
              new Reason(
                  "taken-back",
                  "%s is in force with %s, which descends from it, but %s takes it back."
                      .formatted(id, head, by.abbreviated())));
      case Inclusion.Beside _ ->
          shown(
              Relation.NOT_INCLUDED,
              inForce,
              sha,
              Optional.empty(),
              new Reason(
                  "not-included",
                  "%s is in force with %s, which does not descend from it.".formatted(id, head)));
      case Inclusion.Unrelated _ ->
          shown(
              Relation.NO_RELATION,
              inForce,
              sha,
              Optional.empty(),
              new Reason(
                  "no-relation",
                  "%s is in force with %s, which has no commit in common with it."
                      .formatted(id, head)));
    };
  }

  private static dev.slipway.wire.Inclusion shown(
      Relation relation, Delivery inForce, Sha sha, Optional<Sha> by, Reason because) {
    return new dev.slipway.wire.Inclusion(
        relation,
        Optional.of(sha.value()),
        Optional.of(Differing.compared(inForce)),
        by.map(Sha::value),
        Shown.reason(because));
  }
}
