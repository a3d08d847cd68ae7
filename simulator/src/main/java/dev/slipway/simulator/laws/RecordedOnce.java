package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.Deliveries;
import dev.slipway.engine.fold.World;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.ActorRefused;
import dev.slipway.model.entry.CauseSettled;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.ExternalRecorded;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.external.ExternalRun;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Law 66: what another tool deployed is recorded once for each id that the tool gives it, and
 * nothing else comes of it: no delivery, no order, and nothing that is in force changes.
 */
final class RecordedOnce implements Law {

  private final Set<Told> told = new HashSet<>();
  private final Set<Position> wishes = new HashSet<>();
  private Deliveries before = Deliveries.NONE;

  private record Told(Placement placement, ExternalRun run) {}

  @Override
  public String name() {
    return "law-66";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    Deliveries was = before;
    before = world.deliveries();
    return switch (recorded.entry()) {
      case CommandReceived received -> {
        if (received.command() instanceof Command.RecordExternal) {
          wishes.add(recorded.position());
        }
        yield List.of();
      }
      case ExternalRecorded one -> {
        Told it = new Told(one.deployment().placement(), one.deployment().run());
        if (!told.add(it)) {
          yield List.of("%s was recorded twice".formatted(it));
        }
        yield was.equals(before) ? List.of() : List.of("%s moved something".formatted(it));
      }
      case CauseSettled _, ActorRefused _ -> List.of();
      case Entry other ->
          recorded.cause().filter(wishes::contains).isPresent()
              ? List.of("%s came of what another tool deployed".formatted(other))
              : List.of();
    };
  }
}
