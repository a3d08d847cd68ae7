package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Head;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a repository looks like when its first application comes in. Its heads are taken down and no
 * trigger is held against them: only what moves from then on ships.
 */
public final class Baseline {

  private Baseline() {}

  /** A head that was read on its own before, and holds against the listing that came after. */
  public record Pinned(RefName ref, Sha sha, Instant at) {}

  /** Whether no application has this repository so far. */
  public static boolean isNew(Deliberation d, RepositoryUrl repository) {
    return d.applicationsOf(repository).isEmpty();
  }

  /** Writes the heads of a repository; says what is told of them. */
  public static Told<Answer.Heads> take(
      Deliberation d, RepositoryUrl repository, Optional<Pinned> pinned) {
    Told<Answer.Heads> told = HeadReading.ask(d, repository, List.of());
    return switch (told) {
      case Told.Known<Answer.Heads> read -> {
        write(d, repository, pinned.map(p -> with(read, p)).orElse(read));
        yield told;
      }
      case Told.Open<Answer.Heads> _,
          Told.Unusable<Answer.Heads>(Reason _),
          Told.Unavailable<Answer.Heads>(Reason _) ->
          told;
    };
  }

  private static void write(
      Deliberation d, RepositoryUrl repository, Told.Known<Answer.Heads> read) {
    HeadReading.moves(d.world(), repository, List.of(), read)
        .forEach(move -> HeadReading.write(d, move));
  }

  /**
   * The branch stays at the commit whose definition was read, so that a push in between is a move
   * that ships.
   */
  private static Told.Known<Answer.Heads> with(Told.Known<Answer.Heads> read, Pinned pinned) {
    List<Head> heads = new ArrayList<>(read.answer().heads());
    heads.removeIf(head -> head.ref().equals(pinned.ref()));
    heads.add(new Head(pinned.ref(), Optional.of(pinned.sha())));
    return new Told.Known<>(new Answer.Heads(heads), pinned.at());
  }
}
