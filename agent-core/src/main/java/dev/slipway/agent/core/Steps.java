package dev.slipway.agent.core;

import dev.slipway.model.definition.Workload;
import dev.slipway.model.order.OrderBody.Wanted;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.Release;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps in which an order is carried out. Each recorded command is a step of its own, with its
 * own intent; all processes together are one, which is there even without any, so that what the
 * order no longer mentions is stopped. It comes last, but for a job, which is run once all else is
 * as it should be: so how the order ends is how the job ended.
 */
public record Steps(List<Step> all) {

  public Steps {
    all = List.copyOf(all);
  }

  /** What one adapter has to see to. */
  public sealed interface Step {

    List<Release> releases();

    /** One command, run once. */
    record Run(Release release) implements Step {
      @Override
      public List<Release> releases() {
        return List.of(release);
      }
    }

    /** No command is wanted; one that still runs is stopped. */
    record RunNothing() implements Step {
      @Override
      public List<Release> releases() {
        return List.of();
      }
    }

    /** Every process that must run, and no other. */
    record Keep(List<DesiredService> services) implements Step {
      public Keep {
        services = List.copyOf(services);
      }

      @Override
      public List<Release> releases() {
        return services.stream()
            .flatMap(service -> service.releases().stream())
            .map(DesiredRelease::release)
            .toList();
      }
    }
  }

  public static Steps of(Wanted wanted) {
    return switch (wanted) {
      case Wanted.Gone _ -> of(List.of());
      case Wanted.Present present -> of(present.state().services());
      case Wanted.Effect effect ->
          new Steps(List.of(of(effect.state().services()).keep(), new Step.Run(effect.job())));
    };
  }

  /** The step that keeps the processes. */
  public Step.Keep keep() {
    return all.stream()
        .filter(Step.Keep.class::isInstance)
        .map(Step.Keep.class::cast)
        .findFirst()
        .orElseThrow();
  }

  private static Steps of(List<DesiredService> services) {
    List<Step> steps = new ArrayList<>();
    List<DesiredService> kept = new ArrayList<>();
    for (DesiredService service : services) {
      service.releases().stream()
          .filter(Steps::isCommand)
          .filter(Steps::isToRun)
          .forEach(desired -> steps.add(new Step.Run(desired.release())));
      List<DesiredRelease> processes =
          service.releases().stream()
              .filter(desired -> !isCommand(desired) && desired.replicas() > 0)
              .toList();
      if (!processes.isEmpty()) {
        kept.add(service.holding(processes));
      }
    }
    if (steps.isEmpty()) {
      steps.add(new Step.RunNothing());
    }
    steps.add(new Step.Keep(kept));
    return new Steps(steps);
  }

  private static boolean isCommand(DesiredRelease desired) {
    return switch (desired.release().workload()) {
      case Workload.Command _ -> true;
      case Workload.Run _, Workload.External _ -> false;
    };
  }

  private static boolean isToRun(DesiredRelease command) {
    return command.part() == DesiredRelease.Part.ACTIVE && command.replicas() > 0;
  }
}
