package dev.slipway.http.show;

import dev.slipway.http.Refusal;
import dev.slipway.loop.door.Commits.Related;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Inclusion;
import dev.slipway.model.state.Delivery;
import dev.slipway.views.row.ExternalRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.wire.Compared;
import dev.slipway.wire.ExternalDeployment;
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
        Optional.empty(),
        Shown.reason(
            new Reason(
                "nothing-in-force",
                "Nothing is in force at %s, so nothing holds it there.".formatted(placement))));
  }

  /**
   * What a commit is looked for in.
   *
   * @param said how it came to be there, as the beginning of a sentence
   * @param after what is to be known beside the answer; empty where nothing is
   */
  public record Held(
      String said,
      String after,
      Optional<Compared> inForce,
      Optional<ExternalDeployment> external) {

    /** What Slipway has in force. */
    public static Held of(Delivery inForce) {
      return new Held(
          "%s is in force with %s".formatted(inForce.id(), inForce.change().sha().abbreviated()),
          "",
          Optional.of(Differing.compared(inForce)),
          Optional.empty());
    }

    /** What another tool brought, where Slipway has nothing in force. */
    public static Held of(PlacementRow.External external, ExternalRow succeeded, Shown shown) {
      var last = external.last().deployment();
      return new Held(
          "Recorded by %s as external, %s is there"
              .formatted(succeeded.deployment().run(), succeeded.deployment().sha().abbreviated()),
          last.succeeded() ? "" : " After that, %s failed.".formatted(last.run()),
          Optional.empty(),
          Optional.of(Externals.deployment(succeeded, shown)));
    }
  }

  /** Of words that the repository knows no commit for. */
  public static dev.slipway.wire.Inclusion unknown(Held held, Reason because) {
    return new dev.slipway.wire.Inclusion(
        Relation.NO_RELATION,
        Optional.empty(),
        held.inForce(),
        held.external(),
        Optional.empty(),
        Shown.reason(because));
  }

  /**
   * Of a commit that the repository holds.
   *
   * @throws Refusal when the repository cannot say
   */
  public static dev.slipway.wire.Inclusion of(Held held, Sha sha, Related related) {
    return switch (related) {
      case Related.Known(Inclusion inclusion) -> of(held, sha, inclusion);
      case Related.Unknown(Reason because) -> throw Refusal.of(422, because);
    };
  }

  private static dev.slipway.wire.Inclusion of(Held held, Sha sha, Inclusion inclusion) {
    return switch (inclusion) {
      case Inclusion.Included _ ->
          shown(Relation.INCLUDED, held, sha, Optional.empty(), "included", "which holds it");
      case Inclusion.TakenBack(Sha by) ->
          shown(
              Relation.NOT_INCLUDED,
              held,
              sha,
              Optional.of(by),
              "taken-back",
              "which descends from it, but %s takes it back".formatted(by.abbreviated()));
      case Inclusion.Beside _ ->
          shown(
              Relation.NOT_INCLUDED,
              held,
              sha,
              Optional.empty(),
              "not-included",
              "which does not descend from it");
      case Inclusion.Unrelated _ ->
          shown(
              Relation.NO_RELATION,
              held,
              sha,
              Optional.empty(),
              "no-relation",
              "which has no commit in common with it");
    };
  }

  private static dev.slipway.wire.Inclusion shown(
      Relation relation, Held held, Sha sha, Optional<Sha> by, String code, String which) {
    return new dev.slipway.wire.Inclusion(
        relation,
        Optional.of(sha.value()),
        held.inForce(),
        held.external(),
        by.map(Sha::value),
        Shown.reason(new Reason(code, "%s, %s.%s".formatted(held.said(), which, held.after()))));
  }
}
