package dev.slipway.bench.goal;

import dev.slipway.bench.result.Result;
import dev.slipway.bench.subject.Caches;
import dev.slipway.bench.subject.Folder;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Measures the goals that are asked for; those that share a run are taken in one. */
public record Measuring(Extent extent, InstantSource clock, Progress progress) {

  private static final Set<Goal> HOT = Set.of(Goal.H1, Goal.H2, Goal.H5);

  /** Those that need no server. */
  private static final Set<Goal> AGGREGATION = Set.of(Goal.I1, Goal.I2, Goal.I3);

  public List<Result> of(Set<Goal> goals) throws IOException {
    if (AGGREGATION.containsAll(goals)) {
      return new Aggregating(extent, progress).measure(goals);
    }
    try (Folder folder = Folder.make()) {
      progress.at("learning what the AOT caches hold", 0, 1);
      return of(goals, Caches.learned(folder));
    }
  }

  private List<Result> of(Set<Goal> goals, Caches caches) throws IOException {
    List<Result> results = new ArrayList<>();
    if (goals.stream().anyMatch(HOT::contains)) {
      new HotPath(extent, caches, clock, progress)
          .measure().stream()
              .filter(result -> goals.contains(Goal.valueOf(result.goal())))
              .forEach(results::add);
    }
    if (goals.contains(Goal.H3)) {
      results.add(new Rollouts(extent, caches, clock, progress).measure());
    }
    if (goals.contains(Goal.H4)) {
      results.add(new Queued(extent, caches, clock, progress).measure());
    }
    if (goals.contains(Goal.H7)) {
      results.add(new Start(extent, caches, clock, progress).measure());
    }
    if (goals.contains(Goal.H8)) {
      results.add(new PushPath(extent, caches, clock, progress).measure());
    }
    if (goals.contains(Goal.H11)) {
      results.add(new LongLedger(extent, progress).measure());
    }
    if (goals.stream().anyMatch(AGGREGATION::contains)) {
      results.addAll(new Aggregating(extent, progress).measure(goals));
    }
    return List.copyOf(results);
  }
}
