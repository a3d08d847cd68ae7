package dev.slipway.simulator;

import dev.slipway.model.Reason;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Cancellation;
import dev.slipway.runtime.Capabilities;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.Difference;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.SecretValues;
import dev.slipway.runtime.Surroundings;
import dev.slipway.simulator.Machine.Effect;
import dev.slipway.simulator.Machine.Exit;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Runs commands on a machine, once per order. The supervisor outlives the agent and writes down how
 * a command ended; what it left is looked for before anything is run again.
 */
final class CommandRunner implements Adapter {

  private static final Duration RUNS_WITHIN = Duration.ofSeconds(30);
  private static final Duration LOOKS_EVERY = Duration.ofMillis(500);
  private static final int FAILS_PERCENT = 4;

  private final Kernel kernel;
  private final Life life;
  private final Machine machine;
  private final boolean mayFail;
  private final Surroundings surroundings;

  CommandRunner(Kernel kernel, Life life, Machine machine, boolean mayFail, SecretValues secrets) {
    this.mayFail = mayFail;
    this.surroundings = new Surroundings(Map.of(), secrets);
    this.kernel = kernel;
    this.life = life;
    this.machine = machine;
  }

  @Override
  public Capabilities describe() {
    return new Capabilities("command", Capabilities.Nature.RECORDED, false, false, false, false);
  }

  @Override
  public Difference difference(Assignment assignment) {
    return Difference.NONE;
  }

  @Override
  public CompletionStage<Outcome> converge(Assignment assignment, Context context) {
    Optional<Effect> effect =
        assignment.shares().stream()
            .findFirst()
            .map(share -> new Effect(assignment.slot(), assignment.fence(), share.digest()));
    machine.stopOthers(assignment.slot(), effect);
    if (effect.isEmpty()) {
      return CompletableFuture.completedFuture(new Outcome.Converged(List.of()));
    }
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    boolean begin =
        switch (context.attempt()) {
          case FIRST -> true;
          case AGAIN, AGAIN_AFTER_RESTART, HEALING -> machine.exit(effect.orElseThrow()).isEmpty();
        };
    if (begin && context.attempt() == Context.Attempt.AGAIN_AFTER_RESTART) {
      outcome.complete(unknown());
    } else if (begin) {
      kernel.within(
          life,
          LOOKS_EVERY,
          () -> begin(assignment, effect.orElseThrow(), context.cancellation(), outcome));
    } else {
      look(effect.orElseThrow(), context.cancellation(), outcome);
    }
    return outcome;
  }

  private void begin(
      Assignment assignment,
      Effect effect,
      Cancellation cancellation,
      CompletableFuture<Outcome> outcome) {
    if (cancellation.isRequested()) {
      outcome.complete(stopped());
      return;
    }
    String said;
    try {
      said = surroundings.declared(assignment.shares().getFirst().release()).toString();
    } catch (SecretMissing e) {
      outcome.complete(new Outcome.Failed(e.because()));
      return;
    }
    machine.begin(effect, said);
    Exit exit = mayFail && kernel.chance(FAILS_PERCENT) ? Exit.FAILED : Exit.DONE;
    kernel.within(Life.OUTSIDE, RUNS_WITHIN, () -> machine.end(effect, exit));
    look(effect, cancellation, outcome);
  }

  private void look(Effect effect, Cancellation cancellation, CompletableFuture<Outcome> outcome) {
    if (cancellation.isRequested()) {
      machine.end(effect, Exit.STOPPED);
    }
    switch (machine.exit(effect).orElseThrow()) {
      case RUNNING -> kernel.after(life, LOOKS_EVERY, () -> look(effect, cancellation, outcome));
      case DONE -> outcome.complete(new Outcome.Converged(List.of()));
      case FAILED ->
          outcome.complete(
              new Outcome.Failed(
                  new Reason(
                      "exit-code", "It exited with 1. Its last lines: " + machine.said(effect))));
      case STOPPED -> outcome.complete(stopped());
      case LOST -> outcome.complete(unknown());
    }
  }

  private static Outcome stopped() {
    return new Outcome.Failed(new Reason("cancelled", "It was made to stop."));
  }

  private static Outcome unknown() {
    return new Outcome.Unknown(
        new Reason("machine-restarted", "The machine was restarted while it may have run."));
  }

  @Override
  public List<ObservedInstance> observe(Slot slot) {
    return List.of();
  }
}
