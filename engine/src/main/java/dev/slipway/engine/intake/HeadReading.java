package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.Heads.HeadState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.entry.HeadGone;
import dev.slipway.model.entry.HeadMoved;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Fact;
import dev.slipway.model.need.Head;
import dev.slipway.model.need.Need;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Readings of a repository become moves of its heads: a head that is where it was known to be has
 * not moved, whoever said so and how often. A reading older than the one that is recorded for a
 * head does not count, and the source is asked again.
 */
final class HeadReading {

  /** What one reading may bring; the rest is found by the next. */
  static final int MOVES_MAX = 10_000;

  private HeadReading() {}

  /**
   * A head that points elsewhere than before.
   *
   * @param n the count of its moves, this one included
   * @param sha absent when the ref is gone
   */
  record Move(RepositoryUrl repository, RefName ref, long n, Optional<Sha> sha, Instant at) {}

  static Told<Answer.Heads> ask(Deliberation d, RepositoryUrl repository, List<RefName> refs) {
    return Told.heads(
        d, new Need.HeadsOf(repository, refs), fact -> isFresh(d.world(), repository, refs, fact));
  }

  private static boolean isFresh(
      World world, RepositoryUrl repository, List<RefName> refs, Fact fact) {
    return world.heads().of(repository).entrySet().stream()
        .filter(known -> refs.isEmpty() || refs.contains(known.getKey()))
        .noneMatch(known -> fact.at().isBefore(known.getValue().readAt()));
  }

  /** The moves in a reading, by ref. What was not asked for is not looked at. */
  static List<Move> moves(
      World world, RepositoryUrl repository, List<RefName> refs, Told.Known<Answer.Heads> read) {
    TreeMap<RefName, Head> heads = new TreeMap<>();
    if (refs.isEmpty()) {
      world.heads(repository).forEach(h -> heads.put(h.ref(), new Head(h.ref(), Optional.empty())));
    }
    read.answer().heads().stream()
        .filter(head -> refs.isEmpty() || refs.contains(head.ref()))
        .filter(head -> head.ref().isAutomatable())
        .forEach(head -> heads.put(head.ref(), head));
    return heads.values().stream()
        .flatMap(head -> move(world, repository, head, read.at()).stream())
        .limit(MOVES_MAX)
        .toList();
  }

  private static Optional<Move> move(World world, RepositoryUrl repository, Head head, Instant at) {
    Optional<HeadState> known = world.heads().of(repository, head.ref());
    long n = known.map(HeadState::n).orElse(0L) + 1;
    return known.flatMap(HeadState::sha).equals(head.sha())
        ? Optional.empty()
        : Optional.of(new Move(repository, head.ref(), n, head.sha(), at));
  }

  static void write(Deliberation d, Move move) {
    d.write(
        move.sha().isPresent()
            ? new HeadMoved(
                move.repository(), move.ref(), move.n(), move.sha().orElseThrow(), move.at())
            : new HeadGone(move.repository(), move.ref(), move.n(), move.at()));
  }
}
