package dev.slipway.engine.rollback;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.delivery.Composition;
import dev.slipway.engine.fold.Controls;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Artifact;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Hold;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What rollbacks keep away.
 *
 * <pre>
 *   it is the held commit, artifact or content      → held
 *   a person's rollback, and it contains the commit → held, unless it contains what mends it,
 *                                                     or takes the commit back
 *   nobody can say whether it contains the commit   → held until somebody can
 *   a rollback itself                               → free
 * </pre>
 */
public final class Holds {

  /** The code of the reason when the source cannot say. */
  public static final String UNKNOWN = "held-unknown";

  private Holds() {}

  /** Whether something is kept away. */
  public sealed interface Verdict {

    record Free() implements Verdict {}

    /** It has to be asked of the source first. */
    record Open() implements Verdict {}

    /** It waits, because of this hold. */
    record Kept(Hold hold, Reason because, String wayOut) implements Verdict {}
  }

  /** Judges a shipment that would be next. */
  public static Verdict judge(
      Deliberation d, Placement placement, PlacementState at, Shipment shipment) {
    return switch (shipment.madeBy()) {
      case Shipment.MadeBy.Rollback _ -> new Verdict.Free();
      case Shipment.MadeBy.Trigger _,
          Shipment.MadeBy.Joining _,
          Shipment.MadeBy.Campaign _,
          Shipment.MadeBy.Request _ ->
          first(d, placement, at, shipment);
    };
  }

  private static Verdict first(
      Deliberation d, Placement placement, PlacementState at, Shipment shipment) {
    boolean open = false;
    for (Controls.Held held : at.controls().holds()) {
      switch (by(d, placement, held, at, shipment)) {
        case Verdict.Free _ -> {}
        case Verdict.Open _ -> open = true;
        case Verdict.Kept kept -> {
          return kept;
        }
      }
    }
    return open ? new Verdict.Open() : new Verdict.Free();
  }

  /** The holds that keep a shipment away; empty while some of them have to be asked about. */
  public static Optional<List<Hold>> keeping(
      Deliberation d, Placement placement, PlacementState at, Shipment shipment) {
    List<Hold> keeping = new ArrayList<>();
    boolean open = false;
    for (Controls.Held held : at.controls().holds()) {
      switch (by(d, placement, held, at, shipment)) {
        case Verdict.Free _ -> {}
        case Verdict.Open _ -> open = true;
        case Verdict.Kept kept -> keeping.add(kept.hold());
      }
    }
    return open ? Optional.empty() : Optional.of(List.copyOf(keeping));
  }

  private static Verdict by(
      Deliberation d,
      Placement placement,
      Controls.Held held,
      PlacementState at,
      Shipment shipment) {
    Hold hold = held.hold();
    Change change = shipment.change();
    if (hold.commits().contains(change.sha())) {
      return Wording.itself(d, hold, placement, change.sha());
    }
    boolean alike =
        hold.artifacts().contains(change.artifact().digest())
            || hold.contents().contains(Composition.of(shipment, placement, at).hash());
    if (alike) {
      return Wording.alike(d, hold, placement, change.sha());
    }
    return hold.descendants() ? byDescent(d, placement, held, change) : new Verdict.Free();
  }

  private static Verdict byDescent(
      Deliberation d, Placement placement, Controls.Held held, Change change) {
    RepositoryUrl repository =
        switch (change.artifact()) {
          case Artifact.CommitArchive archive -> archive.repository();
        };
    return switch (containsAny(d, repository, change.sha(), held.fixes())) {
      case OPEN -> new Verdict.Open();
      case YES -> new Verdict.Free();
      case UNKNOWN -> Wording.unknown(held.hold(), placement, change.sha());
      case NO ->
          switch (containsAny(d, repository, change.sha(), held.hold().commits())) {
            case OPEN -> new Verdict.Open();
            case NO -> new Verdict.Free();
            case UNKNOWN -> Wording.unknown(held.hold(), placement, change.sha());
            case YES -> Wording.descendant(held.hold(), placement, change.sha());
          };
    };
  }

  private enum Word {
    YES,
    NO,
    OPEN,
    UNKNOWN
  }

  private static Word containsAny(
      Deliberation d, RepositoryUrl repository, Sha commit, List<Sha> others) {
    Word word = Word.NO;
    for (Sha other : others) {
      if (other.equals(commit)) {
        return Word.YES;
      }
      switch (Told.contained(d, new Need.Contains(repository, commit, other))) {
        case Told.Open<Answer.Contained> _ -> word = Word.OPEN;
        case Told.Known<Answer.Contained> known when known.answer().isContained() -> {
          return Word.YES;
        }
        case Told.Known<Answer.Contained> _ -> {}
        case Told.Unusable<Answer.Contained> _, Told.Unavailable<Answer.Contained> _ ->
            word = word == Word.OPEN ? Word.OPEN : Word.UNKNOWN;
      }
    }
    return word;
  }
}
