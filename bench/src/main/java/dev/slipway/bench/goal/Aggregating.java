package dev.slipway.bench.goal;

import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.inside.ManyDocuments;
import dev.slipway.bench.result.Result;
import dev.slipway.bench.result.Samples;
import dev.slipway.engine.Decision;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.why.Provenance;
import dev.slipway.loop.access.CompiledOrigins;
import dev.slipway.loop.door.Memory;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * I1 to I3: documents of many applications and several owners, in this process: all of them
 * compiled, one changed line taken in, and the values of one placement explained.
 */
record Aggregating(Extent extent, Progress progress) {

  private static final double COMPILED_MILLIS_MAX = 5_000;
  private static final double CHANGED_MILLIS_MAX = 20;
  private static final int WHOLES = 5;
  private static final int SAID_REPLICAS = 2;

  List<Result> measure(Set<Goal> goals) {
    ManyDocuments documents = ManyDocuments.declared();
    return List.of(Goal.I1, Goal.I2, Goal.I3).stream()
        .filter(goals::contains)
        .map(goal -> of(goal, documents))
        .toList();
  }

  private Result of(Goal goal, ManyDocuments documents) {
    return switch (goal) {
      case I1 ->
          result(
              goal,
              rounds("I1 compiling", WHOLES, _ -> all(documents)),
              COMPILED_MILLIS_MAX,
              "every value of %,d applications in %d environments, with 20 overlays each"
                  .formatted(ManyDocuments.APPLICATIONS, ManyDocuments.ENVIRONMENTS));
      case I2 ->
          result(
              goal,
              rounds("I2 changed lines", extent.rounds(), round -> changed(documents, round)),
              CHANGED_MILLIS_MAX,
              "from the command to what is to be written; only what the line reaches is compiled");
      case I3 ->
          result(
              goal,
              rounds("I3 explaining", extent.rounds(), round -> explained(documents, round)),
              CHANGED_MILLIS_MAX,
              "all values of one placement, with who set each");
      case H1, H2, H3, H4, H5, H7, H8, H11 ->
          throw new BenchFailed(goal + " is measured elsewhere");
    };
  }

  private static Result result(Goal goal, Samples samples, double millisMax, String remark) {
    return new Result(
        goal.name(),
        samples.p50() <= millisMax,
        Optional.of(samples),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(remark + "; met by a median of at most %,.0f ms".formatted(millisMax)));
  }

  /** As many rounds that do not count come before those that do. */
  private Samples rounds(String what, int rounds, IntPredicate round) {
    Samples.Collector samples = new Samples.Collector();
    for (int i = -rounds; i < rounds; i++) {
      progress.at(what, rounds + i, 2 * rounds);
      long began = System.nanoTime();
      if (!round.test(Math.floorMod(i, ManyDocuments.APPLICATIONS))) {
        throw new BenchFailed(what + " came to nothing");
      }
      if (i >= 0) {
        samples.add(System.nanoTime() - began);
      }
    }
    return samples.samples();
  }

  private static boolean all(ManyDocuments documents) {
    List<EnvironmentName> environments = ManyDocuments.environments().toList();
    long services =
        ManyDocuments.applications()
            .flatMap(application ->
                environments.stream().map(environment -> new Placement(application, environment)))
            .flatMap(placement -> Provenance.documents(documents.world(), placement).stream())
            .mapToLong(provenance -> provenance.services().size())
            .sum();
    return services > 0;
  }

  private static boolean changed(ManyDocuments documents, int round) {
    Decision decision = documents.changed(application(round), SAID_REPLICAS + 1);
    return decision.entries().size() > 1;
  }

  private static boolean explained(ManyDocuments documents, int round) {
    return new CompiledOrigins(new Remembered(documents.world()))
        .compiled(
            Organisation.MAIN,
            new Placement(
                application(round), ManyDocuments.environments().findFirst().orElseThrow()))
        .filter(compiled -> !compiled.values().isEmpty())
        .isPresent();
  }

  /** One organisation's documents, and no other's. */
  private record Remembered(World only) implements Memory {

    @Override
    public World world(Organisation organisation) {
      return only;
    }

    @Override
    public List<World> worlds() {
      return List.of(only);
    }
  }

  private static ApplicationName application(int round) {
    return new ApplicationName("app-%03d".formatted(round));
  }
}
