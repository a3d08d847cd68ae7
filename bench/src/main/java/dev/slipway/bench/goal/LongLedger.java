package dev.slipway.bench.goal;

import dev.slipway.bench.BenchFailed;
import dev.slipway.bench.inside.KeptLedger;
import dev.slipway.bench.inside.KeptLedger.Manner;
import dev.slipway.bench.result.Result;
import dev.slipway.bench.result.Samples;
import dev.slipway.bench.subject.Folder;
import dev.slipway.bench.subject.Jvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The first half of H11: how long it takes until the state of a long ledger is there, beside that
 * of one a tenth as long, with and without a snapshot; each in a JVM that has just started.
 */
record LongLedger(Extent extent, Progress progress) {

  private static final int SHORTER = 10;
  private static final long NANOS_PER_MILLI = 1_000_000;

  Result measure() throws IOException {
    try (Folder folder = Folder.make()) {
      progress.at("H11 a ledger of %,d entries".formatted(extent.entries() / SHORTER), 0, 1);
      KeptLedger.lengthen(folder.resolve("data"), extent.entries() / SHORTER);
      Samples shorter = opened(folder, Manner.FROM_SNAPSHOT);
      Samples shorterWhole = opened(folder, Manner.FROM_THE_FIRST_ENTRY);
      progress.at("H11 a ledger of %,d entries".formatted(extent.entries()), 0, 1);
      KeptLedger.lengthen(folder.resolve("data"), extent.entries());
      Samples longer = opened(folder, Manner.FROM_SNAPSHOT);
      Samples longerWhole = opened(folder, Manner.FROM_THE_FIRST_ENTRY);
      return result(shorter, longer, shorterWhole, longerWhole);
    }
  }

  private Samples opened(Folder folder, Manner manner) throws IOException {
    Samples.Collector samples = new Samples.Collector();
    Path millis = folder.resolve("millis");
    for (int i = 0; i < extent.starts(); i++) {
      progress.at("H11 opening", i, extent.starts());
      Files.deleteIfExists(millis);
      Jvm.run(
          folder.resolve("opened.log"),
          List.of(),
          List.of(
              KeptLedger.class.getName(),
              folder.resolve("data").toString(),
              manner.name(),
              millis.toString()));
      if (!Files.exists(millis)) {
        throw new BenchFailed("The ledger was not opened");
      }
      samples.add((long) (Double.parseDouble(Files.readString(millis)) * NANOS_PER_MILLI));
    }
    return samples.samples();
  }

  private Result result(
      Samples shorter, Samples longer, Samples shorterWhole, Samples longerWhole) {
    OptionalDouble ratio = OptionalDouble.of(longer.p50() / shorter.p50());
    return new Result(
        Goal.H11.name(),
        Goal.H11.target().isMetBy(ratio, OptionalDouble.empty()),
        Optional.of(longer),
        OptionalDouble.of(shorter.p50()),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        List.of(
            "until the state of %,d entries is there; the floor is that of a tenth as many"
                .formatted(extent.entries()),
            "without a snapshot: %,.0f ms, and %,.0f ms for a tenth as many"
                .formatted(longerWhole.p50(), shorterWhole.p50())));
  }
}
