package dev.slipway.simulator;

import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What really runs at one target. It outlives the agent as processes outlive whoever started them;
 * a restart of the machine ends what runs and leaves what was on the disk.
 */
public final class Machine {

  private final Map<Slot, SortedMap<ServiceName, Digest>> running = new HashMap<>();
  private final Map<Slot, SortedMap<ServiceName, Integer>> serials = new HashMap<>();
  private final Map<Effect, Exit> commands = new LinkedHashMap<>();
  private final Consumer<Done> done;
  private int starts = 1;
  private int begun;

  /** A machine that tells of everything that it does. */
  Machine(Consumer<Done> done) {
    this.done = done;
  }

  /** A command of one order; what it does, it does once. */
  public record Effect(Slot slot, Fence fence, Digest release) {}

  /** How a command's own record looks. */
  enum Exit {
    RUNNING,
    DONE,
    FAILED,
    /** It was made to stop. */
    STOPPED,
    /** The machine was restarted while it ran. */
    LOST
  }

  /** What was done at this machine, in order. */
  public sealed interface Done {
    /** A command began. */
    record Began(Effect effect) implements Done {}

    /** A command ended, or was ended. */
    record Ended(Effect effect) implements Done {}

    /**
     * Processes were made to be exactly these.
     *
     * @param fence of the order for which it was done
     * @param serials which process of each service it is; one that is started gets the next number
     */
    record Kept(
        Slot slot,
        Fence fence,
        SortedMap<ServiceName, Digest> services,
        SortedMap<ServiceName, Integer> serials)
        implements Done {}
  }

  /** Which start of the machine this is. */
  String start() {
    return "start-" + starts;
  }

  public SortedMap<ServiceName, Digest> running(Slot slot) {
    return running.computeIfAbsent(slot, any -> new TreeMap<>());
  }

  void keep(Slot slot, Fence fence, SortedMap<ServiceName, Digest> services) {
    SortedMap<ServiceName, Digest> before = running(slot);
    SortedMap<ServiceName, Integer> processes = serials(slot);
    processes.keySet().retainAll(before.keySet());
    for (Map.Entry<ServiceName, Digest> service : services.entrySet()) {
      if (!service.getValue().equals(before.get(service.getKey()))) {
        begun++;
        processes.put(service.getKey(), begun);
      }
    }
    running.put(slot, new TreeMap<>(services));
    done.accept(new Done.Kept(slot, fence, services, new TreeMap<>(processes)));
  }

  /** Which process of each service runs. */
  SortedMap<ServiceName, Integer> serials(Slot slot) {
    return serials.computeIfAbsent(slot, any -> new TreeMap<>());
  }

  Optional<Exit> exit(Effect effect) {
    return Optional.ofNullable(commands.get(effect));
  }

  void begin(Effect effect) {
    commands.put(effect, Exit.RUNNING);
    done.accept(new Done.Began(effect));
  }

  /** The command ends, unless the machine ended it before. */
  void end(Effect effect, Exit exit) {
    if (commands.replace(effect, Exit.RUNNING, exit)) {
      done.accept(new Done.Ended(effect));
    }
  }

  /** Ends every command of the slot that runs, but one. */
  void stopOthers(Slot slot, Optional<Effect> but) {
    List.copyOf(commands.keySet()).stream()
        .filter(effect -> effect.slot().equals(slot))
        .filter(effect -> but.filter(effect::equals).isEmpty())
        .forEach(effect -> end(effect, Exit.STOPPED));
  }

  /** One process dies. */
  public void kill(Slot slot) {
    SortedMap<ServiceName, Digest> there = running(slot);
    if (!there.isEmpty()) {
      there.remove(there.firstKey());
    }
  }

  void restart() {
    starts++;
    running.clear();
    List.copyOf(commands.keySet()).forEach(effect -> end(effect, Exit.LOST));
  }
}
