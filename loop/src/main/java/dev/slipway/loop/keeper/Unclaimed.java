package dev.slipway.loop.keeper;

import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.World;
import dev.slipway.loop.port.Scheduler;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Position;
import dev.slipway.model.StreamKey;
import dev.slipway.model.entry.CommandReceived;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EventReceived;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.ReportReceived;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * What others wrote to the same ledger, and perhaps did not live to go on with. Whoever writes
 * something goes on with it at once; everybody else looks after a while whether anything is left to
 * do. So no cause, no report and no time is lost with the process that knew of it, and nobody has
 * to know who lives. All methods are called in the loop's turn.
 */
final class Unclaimed {

  /** How long whoever wrote something may take to go on with it. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Worlds worlds;
  private final Scheduler scheduler;
  private final Consumer<List<PendingCause>> listener;
  private final TreeMap<Position, Recorded> unclaimed = new TreeMap<>();
  private final Set<Position> claimed = new HashSet<>();
  private boolean armed;

  Unclaimed(Worlds worlds, Scheduler scheduler, Consumer<List<PendingCause>> listener) {
    this.worlds = worlds;
    this.scheduler = scheduler;
    this.listener = listener;
  }

  /** Takes what was just folded, and says what of it this process wrote itself. */
  List<Recorded> took(List<Recorded> entries) {
    List<Recorded> own = new ArrayList<>();
    for (Recorded entry : entries) {
      if (claimed.remove(entry.position())) {
        own.add(entry);
      } else {
        unclaimed.put(entry.position(), entry);
      }
    }
    arm();
    return own;
  }

  /** Takes what this process wrote itself, and says what of it is folded already. */
  List<Recorded> claim(List<Recorded> entries) {
    List<Recorded> folded = new ArrayList<>();
    for (Recorded entry : entries) {
      if (entry.position().isAfter(worlds.position())) {
        claimed.add(entry.position());
      } else {
        unclaimed.remove(entry.position());
        folded.add(entry);
      }
    }
    return folded;
  }

  private void arm() {
    if (!armed && !unclaimed.isEmpty()) {
      armed = true;
      Position last = unclaimed.lastKey();
      scheduler.after(PATIENCE, () -> look(last));
    }
  }

  private void look(Position last) {
    armed = false;
    Map<Position, Recorded> due = unclaimed.headMap(last, true);
    List<PendingCause> left = left(List.copyOf(due.values()));
    due.clear();
    arm();
    if (!left.isEmpty()) {
      listener.accept(left);
    }
  }

  /** What is to be decided for entries that somebody else wrote a while ago. */
  private List<PendingCause> left(List<Recorded> entries) {
    Map<Object, PendingCause> left = new LinkedHashMap<>();
    for (Recorded entry : entries) {
      switch (entry.entry()) {
        case EventReceived _, CommandReceived _ ->
            left.put(entry.position(), PendingCause.of(entry));
        case ReportReceived report -> left.put(report.report().slot(), PendingCause.of(entry));
        case Entry _ ->
            touched(entry.stream()).forEach(place -> left.put(place, tick(entry, place)));
      }
    }
    return List.copyOf(left.values());
  }

  private static PendingCause tick(Recorded entry, Placement placement) {
    return PendingCause.tick(entry.stream().organisation(), placement);
  }

  /** Where a time may have to be waited for by now. */
  private List<Placement> touched(StreamKey stream) {
    return switch (stream.kind()) {
      case PLACEMENT -> {
        String[] names = stream.name().split("/", 2);
        yield List.of(new Placement(new ApplicationName(names[0]), new EnvironmentName(names[1])));
      }
      case ORGANISATION, ENVIRONMENT, APPLICATION ->
          unfinished(worlds.world(stream.organisation()));
      case SOURCE, TARGET, REFUSALS -> List.of();
    };
  }

  /** The placements that are on their way somewhere, and one to look at campaigns by. */
  static List<Placement> unfinished(World world) {
    Stream<Placement> onTheirWay =
        world.deliveries().placements().entrySet().stream()
            .filter(placement -> isUnfinished(placement.getValue()))
            .map(Map.Entry::getKey);
    Stream<Placement> any =
        world.campaigns().open().isEmpty()
            ? Stream.empty()
            : world.deliveries().placements().keySet().stream().limit(1);
    return Stream.concat(onTheirWay, any).distinct().toList();
  }

  private static boolean isUnfinished(PlacementState placement) {
    return placement.active().isPresent() || !placement.queue().isEmpty();
  }
}
