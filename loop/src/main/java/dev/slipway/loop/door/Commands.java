package dev.slipway.loop.door;

import dev.slipway.model.ActorId;
import dev.slipway.model.Organisation;
import dev.slipway.model.Position;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.Recorded;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** The one path of every command, whatever door it came through. Thread-safe. */
public interface Commands {

  /**
   * Remembers the command, has it decided, and says what became of it. The same actor and key again
   * is answered with what became of the first.
   */
  CompletionStage<Carried> submit(
      Organisation organisation, ActorId actor, String idempotencyKey, Command command);

  /**
   * What became of a command.
   *
   * @param received where the command stands in the ledger; absent when it was refused at the door
   * @param entries what followed from the command in the append that settled it
   */
  record Carried(
      Optional<Position> received, CauseSettled.Settlement settlement, List<Recorded> entries) {
    public Carried {
      entries = List.copyOf(entries);
    }
  }
}
