package dev.slipway.simulator;

import dev.slipway.model.Digest;
import dev.slipway.model.Fence;
import dev.slipway.model.Slot;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What really runs at one target. It outlives the agent as processes outlive whoever started them;
 * a restart of the machine ends what runs and leaves what was on the disk.
 */
public final class Machine {

  private final Map<Slot, SortedMap<Running, Integer>> running = new HashMap<>();
  private final Map<Effect, Exit> commands = new LinkedHashMap<>();
  private final Map<Effect, String> said = new HashMap<>();
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
     * @param processes by the number that each got when it was started
     */
    record Kept(Slot slot, Fence fence, SortedMap<Running, Integer> processes) implements Done {}
  }

  /** Which start of the machine this is. */
  String start() {
    return "start-" + starts;
  }

  /** What runs for a slot, and which process it is. */
  public SortedMap<Running, Integer> running(Slot slot) {
    return running.computeIfAbsent(slot, any -> new TreeMap<>());
  }

  void keep(Slot slot, Fence fence, SortedSet<Running> wanted) {
    SortedMap<Running, Integer> processes = running(slot);
    processes.keySet().retainAll(wanted);
    for (Running one : wanted) {
      if (!processes.containsKey(one)) {
        begun++;
        processes.put(one, begun);
      }
    }
    done.accept(new Done.Kept(slot, fence, new TreeMap<>(processes)));
  }

  Optional<Exit> exit(Effect effect) {
    return Optional.ofNullable(commands.get(effect));
  }

  /** What a command wrote, which its supervisor keeps. */
  String said(Effect effect) {
    return said.getOrDefault(effect, "");
  }

  void begin(Effect effect, String words) {
    commands.put(effect, Exit.RUNNING);
    said.put(effect, words);
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
    SortedMap<Running, Integer> there = running(slot);
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
