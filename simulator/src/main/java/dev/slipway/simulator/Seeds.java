package dev.slipway.simulator;

import dev.slipway.simulator.Run.Result;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/** Many runs, on all cores; they share nothing. */
public final class Seeds {

  private static final int AT_ONCE = 128;
  private static final int FRESH_MAX = 1_000_000_000;
  private static final String KEPT = "/seeds.txt";

  private Seeds() {}

  /**
   * How many runs went.
   *
   * @param failed the first that was against a law, by its number
   */
  public record Outcome(long seeds, long entries, Optional<Result> failed) {}

  /** A first number that was hardly ever used before. */
  public static long fresh() {
    return new SplittableRandom().nextInt(FRESH_MAX);
  }

  /** The seeds that failed once, which are run for ever. */
  public static List<Long> kept() {
    try (InputStream in = Optional.ofNullable(Seeds.class.getResourceAsStream(KEPT)).orElseThrow();
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .map(line -> line.replaceAll("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .map(Long::valueOf)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs seeds from the first one, until one fails or so many went.
   *
   * @param progress is told now and then how many went
   */
  public static Outcome run(
      long first, int count, LongFunction<Setting> setting, LongConsumer progress) {
    long entries = 0;
    for (long done = 0; done < count; done += AT_ONCE) {
      long until = first + Math.min(count, done + AT_ONCE);
      List<Result> results =
          LongStream.range(first + done, until)
              .parallel()
              .mapToObj(seed -> Run.of(setting.apply(seed)))
              .toList();
      entries += results.stream().mapToLong(Result::entries).sum();
      Optional<Result> failed =
          results.stream().filter(result -> !result.violations().isEmpty()).findFirst();
      if (failed.isPresent()) {
        return new Outcome(until - first, entries, failed);
      }
      progress.accept(until - first);
    }
    return new Outcome(count, entries, Optional.empty());
  }
}
