package dev.slipway.engine.strategy;

import dev.slipway.model.definition.Portion;
import dev.slipway.model.state.DesiredRelease;
import dev.slipway.model.state.DesiredRelease.Part;
import dev.slipway.model.state.DesiredService;
import java.util.ArrayList;
import java.util.List;

/**
 * As many steps as batches of instances are wanted: with each, one batch more is new, and as many
 * fewer are old. A target starts what is new before it lets go of what is old, so a batch more than
 * wanted may run, and never one less than before and after. Targets follow one another.
 */
public record Rolling(Portion batch) implements Strategy {

  /** One instance after the other. */
  static final Portion ONE = new Portion.Count(1);

  private static final int ALL = 100;

  @Override
  public String name() {
    return "rolling";
  }

  @Override
  public boolean isOneByOne() {
    return true;
  }

  @Override
  public List<DesiredService> steps(DesiredRelease held, DesiredService wanted) {
    DesiredRelease next = wanted.releases().getFirst();
    int all = next.replicas();
    List<DesiredService> steps = new ArrayList<>();
    int batched = batch.of(all);
    for (int fresh = batched; fresh < all; fresh += batched) {
      int old = held.replicas() * (all - fresh) / all;
      int weight = ALL * fresh / (fresh + old);
      steps.add(
          wanted
              .holding(
                  old == 0
                      ? List.of(active(next, ALL, fresh))
                      : List.of(active(held, ALL - weight, old), active(next, weight, fresh)))
              .unverified());
    }
    steps.add(wanted);
    return List.copyOf(steps);
  }

  private static DesiredRelease active(DesiredRelease of, int weight, int replicas) {
    return new DesiredRelease(of.release(), weight, replicas, Part.ACTIVE);
  }
}
