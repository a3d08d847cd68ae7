package dev.slipway.engine.strategy;

import static dev.slipway.model.state.DesiredRelease.Part.ACTIVE;
import static dev.slipway.model.state.DesiredRelease.Part.STANDBY;

import dev.slipway.model.definition.Stage;
import dev.slipway.model.definition.Stay;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredService;
import java.util.ArrayList;
import java.util.List;

/**
 * The steps that its owners wrote, and the wanted state after them: a canary, whose weights grow,
 * or anything else. Where they say no number, instances follow the weight, rounded up on both
 * sides, so that nobody carries more than its share; so one more than wanted may run.
 */
public record Staged(String name, List<Stage> stages) implements Strategy {

  private static final int ALL = 100;

  public Staged {
    stages = List.copyOf(stages);
  }

  @Override
  public boolean isOneByOne() {
    return false;
  }

  @Override
  public List<DesiredService> steps(DesiredRelease held, DesiredService wanted) {
    List<DesiredService> steps = new ArrayList<>();
    boolean asked = false;
    for (Stage stage : stages) {
      DesiredService state = wanted.holding(releases(stage, held, wanted.releases().getFirst()));
      boolean first = stage.weight() == ALL && !asked;
      steps.add(first ? state : state.unverified());
      asked |= first;
    }
    if (steps.isEmpty() || !steps.getLast().releases().equals(wanted.releases())) {
      steps.add(asked ? wanted.unverified() : wanted);
    }
    return List.copyOf(steps);
  }

  @Override
  public List<Stay> stays() {
    return stages.stream().map(Stage::stay).toList();
  }

  /** Who has no traffic stands by. */
  private static List<DesiredRelease> releases(
      Stage stage, DesiredRelease held, DesiredRelease next) {
    int weight = stage.weight();
    int fresh = stage.replicas().orElseGet(() -> share(next.replicas(), weight));
    int old = stage.old().orElseGet(() -> share(held.replicas(), ALL - weight));
    List<DesiredRelease> releases = new ArrayList<>();
    if (old > 0) {
      releases.add(
          new DesiredRelease(held.release(), ALL - weight, old, weight == ALL ? STANDBY : ACTIVE));
    }
    if (fresh > 0) {
      releases.add(
          new DesiredRelease(next.release(), weight, fresh, weight == 0 ? STANDBY : ACTIVE));
    }
    return releases;
  }

  private static int share(int replicas, int weight) {
    return Math.ceilDiv(replicas * weight, ALL);
  }
}
