package dev.slipway.agent;

import dev.slipway.agent.core.Held;
import dev.slipway.agent.core.Steps.Step;
import dev.slipway.agent.port.Ports;
import dev.slipway.codec.Identities;
import dev.slipway.model.Reason;
import dev.slipway.model.definition.Serving;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.model.observation.Outcome;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.Release;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Assignment;
import dev.slipway.runtime.Assignment.Share;
import dev.slipway.runtime.Cancellation;
import dev.slipway.runtime.Context;
import dev.slipway.runtime.SecretMissing;
import dev.slipway.runtime.Surroundings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * One way through the steps of an order: the next begins when the one before converged, and the
 * first that does not ends it. Lives on the agent's thread.
 */
final class Work {

  /** After what time it is looked again for a secret that is on its way. */
  private static final Duration AWAITED_FOR = Duration.ofSeconds(1);

  private final Ports ports;
  private final Held held;
  private final List<Step> steps;
  private final Attempts attempts;
  private final Consumer<Outcome> end;
  private final Cancellation cancellation = new Cancellation();
  private final List<ObservedInstance> instances = new ArrayList<>();

  Work(Ports ports, Held held, List<Step> steps, Attempts attempts, Consumer<Outcome> end) {
    this.ports = ports;
    this.held = held;
    this.steps = steps;
    this.attempts = attempts;
    this.end = end;
  }

  /** Says whether a step may have begun before, once its intent is on the disk. */
  @FunctionalInterface
  interface Attempts {
    Context.Attempt of(int step);
  }

  void begin() {
    step(0);
  }

  /**
   * The same, once all secrets of these releases were found: where one is missing, nothing is
   * begun, so that nothing is stopped for what could not be started.
   */
  void begin(List<Release> needing) {
    if (needing.stream().allMatch(release -> release.secrets().isEmpty())) {
      begin();
      return;
    }
    CompletionStage<Void> _ =
        ports
            .workers()
            .call(() -> missing(needing))
            .handle((missing, problem) -> {
              ports
                  .scheduler()
                  .execute(() -> {
                    if (problem == null) {
                      missing.ifPresentOrElse(one -> missed(one, needing), this::begin);
                    } else {
                      end.accept(failed(problem));
                    }
                  });
              return null;
            });
  }

  private Optional<SecretMissing> missing(List<Release> needing) {
    Surroundings surroundings = new Surroundings(Map.of(), ports.secrets());
    for (Release release : needing) {
      try {
        Map<String, String> _ = surroundings.declared(release);
      } catch (SecretMissing e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /** What is on its way here is waited for, as long as nobody wants something else. */
  private void missed(SecretMissing missing, List<Release> needing) {
    if (cancellation.isRequested()) {
      end.accept(cancelled());
    } else if (missing.isAwaited()) {
      ports.scheduler().after(AWAITED_FOR, () -> begin(needing));
    } else {
      end.accept(new Outcome.Failed(missing.because()));
    }
  }

  void cancel() {
    cancellation.request();
  }

  private void step(int index) {
    if (index == steps.size()) {
      end.accept(new Outcome.Converged(instances));
      return;
    }
    if (cancellation.isRequested()) {
      end.accept(cancelled());
      return;
    }
    Step step = steps.get(index);
    Context context =
        new Context(
            attempts.of(index),
            ports.archives(),
            line -> ports.log().accept(held.slot() + " " + held.fence() + ": " + line),
            cancellation,
            ports.clock());
    CompletionStage<Outcome> outcome =
        adapter(ports, step).converge(assignment(held, step), context);
    CompletionStage<Void> _ =
        outcome
            .exceptionally(Work::failed)
            .thenAccept(ended -> ports.scheduler().execute(() -> ended(index, ended)));
  }

  private void ended(int index, Outcome outcome) {
    switch (outcome) {
      case Outcome.Converged converged -> {
        instances.addAll(converged.instances());
        step(index + 1);
      }
      case Outcome.Failed failed -> end.accept(failed);
      case Outcome.Unknown unknown -> end.accept(unknown);
    }
  }

  private static Outcome cancelled() {
    return new Outcome.Failed(
        new Reason("cancelled", "A newer order took its place before it had ended."));
  }

  private static Outcome failed(Throwable problem) {
    return new Outcome.Unknown(
        new Reason(
            "adapter-broke",
            "The adapter broke, and what it did is not known: "
                + problem.getClass().getSimpleName()));
  }

  static Adapter adapter(Ports ports, Step step) {
    return switch (step) {
      case Step.Run _, Step.RunNothing _ -> ports.commands();
      case Step.Keep _ -> ports.processes();
    };
  }

  static Assignment assignment(Held held, Step step) {
    List<Share> shares =
        switch (step) {
          case Step.RunNothing _ -> List.of();
          case Step.Run run -> List.of(new Share(Identities.release(run.release()), run.release()));
          case Step.Keep keep -> keep.services().stream().flatMap(Work::shares).toList();
        };
    return new Assignment(held.slot(), held.begun(), shares);
  }

  private static Stream<Share> shares(DesiredService service) {
    return service.releases().stream()
        .map(desired ->
            new Share(
                Identities.release(desired.release()),
                desired.release(),
                Assignment.Standing.of(desired),
                service.serving().orElse(Serving.PLAIN)));
  }
}
