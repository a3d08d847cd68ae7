package dev.slipway.agent.core;

import dev.slipway.model.definition.Workload;
import dev.slipway.model.order.OrderBody.Wanted;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import dev.slipway.model.state.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The steps in which an order is carried out. Each recorded command is a step of its own, with its
 * own intent; all processes together are one, which comes last and is there even without any, so
 * that what the order no longer mentions is stopped.
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
    record Keep(List<Release> releases) implements Step {
      public Keep {
        releases = List.copyOf(releases);
      }
    }
  }

  public static Steps of(Wanted wanted) {
    List<Release> active =
        switch (wanted) {
          case Wanted.Gone _ -> List.of();
          case Wanted.Present present ->
              present.state().services().stream().flatMap(Steps::active).toList();
        };
    List<Step> steps = new ArrayList<>();
    List<Release> kept = new ArrayList<>();
    for (Release release : active) {
      switch (release.workload()) {
        case Workload.Command _ -> steps.add(new Step.Run(release));
        case Workload.Run _ -> kept.add(release);
      }
    }
    if (steps.isEmpty()) {
      steps.add(new Step.RunNothing());
    }
    steps.add(new Step.Keep(kept));
    return new Steps(steps);
  }

  private static Stream<Release> active(DesiredService service) {
    return service.releases().stream()
        .filter(release -> release.part() == DesiredRelease.Part.ACTIVE && release.replicas() > 0)
        .map(DesiredRelease::release);
  }
}
