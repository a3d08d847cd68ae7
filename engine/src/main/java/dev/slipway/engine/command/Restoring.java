package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Harmony;
import dev.slipway.engine.layer.Histories;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.Revision;
import java.util.List;
import java.util.Optional;

/** What becomes of the wish to have an owner's document be again what it was. */
sealed interface Restoring<D extends Owned> {

  /** It is not to be, or that is not known yet. */
  record Ended<D extends Owned>(Optional<Settlement> settlement) implements Restoring<D> {}

  /** It is so again, under a new number. */
  record Restored<D extends Owned>(Revision<D> earlier) implements Restoring<D> {}

  /**
   * Restores it, unless something speaks against that.
   *
   * @param to the number of the earlier revision; absent means the one before
   */
  static <D extends Owned> Restoring<D> of(
      Deliberation d,
      String kind,
      String name,
      Optional<Revisions<D>> known,
      Optional<Integer> to) {
    if (known.isEmpty()) {
      return new Ended<>(
          Settlements.refused("unknown-" + kind, "There is no %s %s.".formatted(kind, name)));
    }
    Revision<D> current = known.orElseThrow().current();
    if (to.isEmpty() && current.number() == 1) {
      return new Ended<>(
          Settlements.refused(
              "unknown-revision",
              "%s has one revision only; there is nothing to go back to."
                  .formatted(current.definition().title())));
    }
    Optional<Revision<D>> earlier =
        known.orElseThrow().at(to.orElseGet(() -> current.number() - 1));
    if (earlier.isEmpty()) {
      return new Ended<>(
          Settlements.refused(
              "unknown-revision",
              "%s has no revision %d that is kept; the last %d are."
                  .formatted(
                      current.definition().title(),
                      to.orElseGet(() -> current.number() - 1),
                      Revisions.PAST_MAX)));
    }
    return earlier.orElseThrow().definition().equals(current.definition())
        ? new Ended<>(
            Settlements.nothing(
                "unchanged", "%s says exactly that.".formatted(current.definition().title())))
        : restore(d, current, earlier.orElseThrow());
  }

  private static <D extends Owned> Restoring<D> restore(
      Deliberation d, Revision<D> current, Revision<D> earlier) {
    Optional<Reason> foreign = Writers.refusal(d, List.of(Histories.written(earlier)));
    if (foreign.isPresent()) {
      return new Ended<>(Settlements.refused(foreign.orElseThrow()));
    }
    if (d.isAsking()) {
      return new Ended<>(Settlements.open());
    }
    World before = d.world();
    d.write(
        Histories.declared(
            earlier.definition(),
            current.number() + 1,
            new Origin.Applied(d.actor(), Histories.written(earlier).digest()),
            Optional.of(earlier.number())));
    Optional<Reason> discord = Harmony.refusal(d, before);
    return discord.isPresent()
        ? new Ended<>(Settlements.refused(discord.orElseThrow()))
        : new Restored<>(earlier);
  }
}
