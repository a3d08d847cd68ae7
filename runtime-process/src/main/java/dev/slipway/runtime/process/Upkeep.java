package dev.slipway.runtime.process;

import dev.slipway.model.Fence;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.runtime.Assignment.Share;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.files.ArchiveRefused;
import dev.slipway.runtime.files.Releases;
import dev.slipway.runtime.files.Tail;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Starts, probes and ends the processes of one slot, and notes each before it is acted upon. */
final class Upkeep {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration PROBE_WITHIN = Duration.ofSeconds(2);
  private static final Duration PROBE_FIRST = Duration.ofMillis(5);
  private static final Duration PROBE_LONGEST = Duration.ofMillis(100);

  /** A process without a health check is taken to be well when it has lived this long. */
  private static final Duration LIVES_FOR = Duration.ofMillis(500);

  private final SlotFolder slot;
  private final Fence fence;
  private final Context context;
  private final Surroundings surroundings;
  private final String machine;
  private final Rounds rounds;

  /**
   * Sees to a slot.
   *
   * @param fence of the work for which it is seen to
   */
  Upkeep(
      SlotFolder slot,
      Fence fence,
      Context context,
      Surroundings surroundings,
      String machine,
      Rounds rounds) {
    this.slot = slot;
    this.fence = fence;
    this.context = context;
    this.surroundings = surroundings;
    this.machine = machine;
    this.rounds = rounds;
  }

  SlotFolder slot() {
    return slot;
  }

  Context context() {
    return context;
  }

  boolean isAlive(Instance instance) {
    return instance.isAlive(machine);
  }

  Optional<Reason> unwell(Instance instance) {
    return rounds.unwell(instance);
  }

  Releases releases() {
    return new Releases(slot.folder().resolve("releases"));
  }

  /** A process that was begun, or why it could not be. */
  record Begun(Optional<Instance> instance, Optional<Reason> failure) {}

  /**
   * Starts one process of a release; it is not probed yet.
   *
   * @param wish the port that it should have if that is free, or 0
   */
  Begun begin(Share share, int wish) throws IOException {
    try {
      Path release = releases().folderOf(share.release().artifact().digest(), context.archives());
      Instance next =
          Instance.about(
              share.service(),
              slot.nextSerial(share.service()),
              share.digest(),
              Ports.free(wish),
              machine);
      Start start = new Start(slot, release, share, surroundings);
      slot.keep(next);
      slot.logs().begin(next, fence);
      Instance started = next.started(start.process(next));
      slot.keep(started);
      return new Begun(Optional.of(started), Optional.empty());
    } catch (ArchiveRefused e) {
      return new Begun(Optional.empty(), Optional.of(e.because()));
    } catch (Start.Impossible e) {
      return new Begun(Optional.empty(), Optional.of(e.because()));
    }
  }

  /** Waits until a process is healthy, and notes that it is; returns why it is not. */
  Optional<Reason> probe(Share share, Instance instance) throws IOException {
    Optional<HealthCheck> check = share.release().health();
    Duration within = check.map(HealthCheck::within).orElse(LIVES_FOR);
    long end = System.nanoTime() + within.toNanos();
    Duration pause = PROBE_FIRST;
    Output output = new Output(slot.log(instance));
    long cut = 0;
    while (System.nanoTime() < end) {
      if (context.cancellation().isRequested()) {
        return failed(instance, "cancelled", "A newer order came before it was healthy.");
      }
      if (!isAlive(instance)) {
        return failed(instance, "process-ended", "The process ended before it was healthy.");
      }
      if (check
          .filter(one -> Probe.isHealthy(instance.port(), one.path(), PROBE_WITHIN))
          .isPresent()) {
        slot.keep(instance.found(true));
        return Optional.empty();
      }
      cut = output.cut(cut);
      Sessions.pause(pause);
      pause = min(pause.multipliedBy(2), PROBE_LONGEST);
    }
    if (check.isEmpty()) {
      slot.keep(instance.found(true));
      return Optional.empty();
    }
    return failed(
        instance,
        "not-healthy",
        "It did not answer its health check well within " + within.toMillis() + " ms.");
  }

  private Optional<Reason> failed(Instance instance, String code, String sentence)
      throws IOException {
    end(instance);
    String tail = Tail.of(slot.log(instance));
    return Optional.of(
        new Reason(
            code,
            instance.service()
                + ": "
                + sentence
                + (tail.isEmpty() ? " It wrote nothing." : " Its last lines: " + tail)));
  }

  /**
   * Ends the process with all it started; one whose number was never noted is found by its mark.
   */
  void end(Instance instance) throws IOException {
    instance.pid().ifPresent(rounds::forget);
    if (instance.pid().isPresent()) {
      if (machine.equals(instance.machine())) {
        Instance.Identity identity = instance.pid().get();
        if (identity.isAlive() || !Sessions.members(identity.pid()).isEmpty()) {
          endSession(instance, identity.pid());
        }
      }
      return;
    }
    String variable = SlotFolder.VARIABLE + "=" + slot.mark(instance);
    for (long leader : Sessions.leadersWith(variable)) {
      Sessions.end(leader, GRACE);
    }
  }

  /** Ends it, and nothing of it is left. */
  void remove(Instance instance) throws IOException {
    end(instance);
    slot.forget(instance);
  }

  /** A session whose leader died may have left members, which carry the same mark. */
  private void endSession(Instance instance, long session) throws IOException {
    String variable = SlotFolder.VARIABLE + "=" + slot.mark(instance);
    List<Long> members = Sessions.members(session);
    if (members.stream().anyMatch(pid -> Sessions.carries(pid, variable))) {
      Sessions.end(session, GRACE);
    }
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
