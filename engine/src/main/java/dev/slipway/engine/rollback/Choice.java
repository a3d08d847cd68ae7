package dev.slipway.engine.rollback;

import dev.slipway.engine.fold.Controls;
import dev.slipway.engine.fold.Jobs;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.PlacementState.InForce;
import dev.slipway.model.Digest;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.state.Delivery;
import dev.slipway.model.state.Skip;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which delivery a rollback goes back to, and what it leaves. Only what was in force once can be
 * gone back to, and nothing from before a job that cannot be taken back.
 *
 * <pre>
 *   the newest delivery failed   a number: any that was in force    no number: the one in force
 *   otherwise                    a number: any before it            no number: the newest before it
 *                                                                   that is other, and not held
 * </pre>
 */
public sealed interface Choice {

  /**
   * It can be done.
   *
   * @param left what it goes back behind, the newest first; never empty
   */
  record Possible(Delivery to, List<Delivery> left) implements Choice {
    public Possible {
      left = List.copyOf(left);
    }

    /** What it goes back behind, in short. */
    public List<Skip> skips() {
      return left.stream()
          .map(delivery -> new Skip(delivery.id().number(), delivery.change().sha()))
          .toList();
    }
  }

  record Impossible(Reason because) implements Choice {}

  /** The code of the reason when it would change nothing. */
  String IN_FORCE_ALREADY = "in-force-already";

  /** Judges a wish to go back. */
  static Choice of(Placement placement, PlacementState at, Optional<Integer> to) {
    if (at.inForce().isEmpty()) {
      return impossible(
          "nothing-in-force", "Nothing was ever in force at %s.".formatted(placement));
    }
    Delivery present = at.inForce().orElseThrow().delivery();
    Optional<Delivery> failed =
        at.lastFailure()
            .filter(failure -> !failure.wasCancelled())
            .map(PlacementState.Failure::delivery)
            .filter(delivery -> delivery.id().number() > present.id().number());
    Optional<Delivery> target =
        to.isPresent()
            ? past(at, to.orElseThrow())
            : failed.isPresent() ? Optional.of(present) : before(at, present);
    if (target.isEmpty()) {
      return impossible("never-in-force", unknown(placement, at, to));
    }
    Delivery chosen = target.orElseThrow();
    Optional<Reason> floor = below(at, chosen);
    if (floor.isPresent()) {
      return new Impossible(floor.orElseThrow());
    }
    if (failed.isEmpty() && chosen.hash().equals(present.hash())) {
      return impossible(
          IN_FORCE_ALREADY,
          "%s holds the content of %s already.".formatted(placement, chosen.id()));
    }
    return new Possible(chosen, left(at, chosen, failed));
  }

  /** Why a delivery is below the floor; empty when it is not. */
  public static Optional<Reason> below(PlacementState at, Delivery to) {
    return at.jobs().floor().filter(floor -> floor.isAbove(to.id())).map(Jobs.Floor::reason);
  }

  private static Optional<Delivery> past(PlacementState at, int number) {
    return at.past().stream()
        .map(InForce::delivery)
        .filter(delivery -> delivery.id().number() == number)
        .findFirst();
  }

  private static Optional<Delivery> before(PlacementState at, Delivery present) {
    return at.past().reversed().stream()
        .map(InForce::delivery)
        .filter(delivery -> delivery.id().number() < present.id().number())
        .filter(delivery -> !delivery.hash().equals(present.hash()))
        .filter(delivery -> !isHeld(at, delivery.hash()))
        .findFirst();
  }

  /** Whether a rollback left this content behind, and keeps it away. */
  static boolean isHeld(PlacementState at, Digest content) {
    return at.controls().holds().stream()
        .map(Controls.Held::hold)
        .anyMatch(hold -> hold.contents().contains(content));
  }

  private static List<Delivery> left(
      PlacementState at, Delivery chosen, Optional<Delivery> failed) {
    Stream<Delivery> later =
        at.past().reversed().stream()
            .map(InForce::delivery)
            .filter(delivery -> delivery.id().number() > chosen.id().number());
    return Stream.concat(failed.stream(), later).toList();
  }

  private static String unknown(Placement placement, PlacementState at, Optional<Integer> to) {
    String known =
        at.past().isEmpty()
            ? "none"
            : String.join(
                ", ", at.past().stream().map(held -> "#" + held.delivery().id().number()).toList());
    return to.map(number -> "%s#%d was not in force".formatted(placement, number))
            .orElseGet(() -> "%s has nothing to go back to".formatted(placement))
        + "; in force were, as far as is kept: "
        + known
        + ".";
  }

  private static Choice impossible(String code, String sentence) {
    return new Impossible(new Reason(code, sentence));
  }
}
