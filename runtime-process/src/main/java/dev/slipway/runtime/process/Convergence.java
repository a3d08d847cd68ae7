package dev.slipway.runtime.process;

import dev.slipway.model.Digest;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.HealthCheck;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Surroundings;
import dev.slipway.runtime.files.ArchiveRefused;
import dev.slipway.runtime.files.Tail;
import dev.slipway.runtime.processes.Sessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Takes one slot to its assignment, one service after the other, by the strategy recreate: the old
 * process is stopped, then the new one is started and probed.
 */
final class Convergence {

  private static final Duration GRACE = Duration.ofSeconds(10);
  private static final Duration PROBE_WITHIN = Duration.ofSeconds(2);
  private static final Duration PROBE_FIRST = Duration.ofMillis(5);
  private static final Duration PROBE_LONGEST = Duration.ofMillis(100);

  /** A process without a health check is taken to be well when it has lived this long. */
  private static final Duration LIVES_FOR = Duration.ofMillis(500);

  private final SlotFolder slot;
  private final Assignment assignment;
  private final Context context;
  private final Surroundings surroundings;
  private final String machine;
  private final Rounds rounds;

  Convergence(
      SlotFolder slot,
      Assignment assignment,
      Context context,
      Surroundings surroundings,
      String machine,
      Rounds rounds) {
    this.slot = slot;
    this.assignment = assignment;
    this.context = context;
    this.surroundings = surroundings;
    this.machine = machine;
    this.rounds = rounds;
  }

  /** The reason for which it failed; empty when everything is as assigned. */
  Optional<Reason> run() throws IOException {
    for (Instance instance : slot.instances()) {
      if (!Comparison.isAssigned(assignment, instance.service())) {
        stop(instance);
        slot.forget(instance.service());
      }
    }
    for (Assignment.Share share : assignment.shares()) {
      Optional<Reason> failure = service(share);
      if (failure.isPresent()) {
        return failure;
      }
    }
    prune();
    return Optional.empty();
  }

  private Optional<Reason> service(Assignment.Share share) throws IOException {
    Optional<Instance> before = Comparison.instance(slot.instances(), share.service());
    if (before.isPresent()) {
      Instance old = before.get();
      if (old.release().equals(share.digest()) && old.isAlive(machine)) {
        Optional<Reason> unwell = rounds.unwell(old);
        if (unwell.isEmpty()) {
          return old.healthy() ? Optional.empty() : probe(share, old);
        }
        context.log().accept(unwell.get().sentence());
      }
      stop(old);
    }
    Releases releases = releases();
    try {
      Path release =
          releases.folderOf(
              share.release().artifact().digest(), context.archives(), context.clock().instant());
      Instance next =
          new Instance(
              share.service(),
              before.map(Instance::serial).orElse(0L) + 1,
              share.digest(),
              Ports.free(before.map(Instance::port).orElse(0)),
              Optional.empty(),
              machine,
              false);
      Start start = new Start(slot, release, share, surroundings);
      slot.pruneLogs();
      slot.keep(next);
      Instance started = next.started(start.process(next));
      slot.keep(started);
      return probe(share, started);
    } catch (ArchiveRefused e) {
      return Optional.of(e.because());
    } catch (Start.Impossible e) {
      return Optional.of(e.because());
    }
  }

  private Optional<Reason> probe(Assignment.Share share, Instance instance) throws IOException {
    Duration within = share.release().health().map(HealthCheck::within).orElse(LIVES_FOR);
    long end = System.nanoTime() + within.toNanos();
    Duration pause = PROBE_FIRST;
    Output output = new Output(slot.log(instance));
    long cut = 0;
    while (System.nanoTime() < end) {
      if (context.cancellation().isRequested()) {
        return failed(instance, "cancelled", "A newer order came before it was healthy.");
      }
      if (!instance.isAlive(machine)) {
        return failed(instance, "process-ended", "The process ended before it was healthy.");
      }
      if (isHealthy(share, instance)) {
        slot.keep(instance.found(true));
        return Optional.empty();
      }
      cut = output.cut(cut);
      Sessions.pause(pause);
      pause = min(pause.multipliedBy(2), PROBE_LONGEST);
    }
    if (share.release().health().isEmpty()) {
      slot.keep(instance.found(true));
      return Optional.empty();
    }
    return failed(
        instance,
        "not-healthy",
        "It did not answer its health check well within " + within.toMillis() + " ms.");
  }

  private static boolean isHealthy(Assignment.Share share, Instance instance) {
    return share
        .release()
        .health()
        .filter(check -> Probe.isHealthy(instance.port(), check.path(), PROBE_WITHIN))
        .isPresent();
  }

  private Optional<Reason> failed(Instance instance, String code, String sentence)
      throws IOException {
    stop(instance);
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
  private void stop(Instance instance) throws IOException {
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

  /** A session whose leader died may have left members, which carry the same mark. */
  private void endSession(Instance instance, long session) throws IOException {
    String variable = SlotFolder.VARIABLE + "=" + slot.mark(instance);
    List<Long> members = Sessions.members(session);
    if (members.stream().anyMatch(pid -> Sessions.carries(pid, variable))) {
      Sessions.end(session, GRACE);
    }
  }

  private void prune() throws IOException {
    Set<Digest> used = new HashSet<>();
    assignment.shares().forEach(share -> used.add(share.release().artifact().digest()));
    releases().prune(used);
  }

  private Releases releases() {
    return new Releases(slot.folder().resolve("releases"));
  }

  private static Duration min(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }
}
