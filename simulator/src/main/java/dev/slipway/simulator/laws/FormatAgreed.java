package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.Position;
import dev.slipway.model.entry.FormatRaised;
import dev.slipway.model.entry.Recorded;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Law 57: the ledger's format is raised once no process that runs understands less, neither before
 * nor never; and what a version writes stands behind the word that its format may be written.
 */
final class FormatAgreed implements Law {

  /** Longer than it takes until who ended without a word is taken for gone. */
  private static final Duration NOTICED = Duration.ofSeconds(60);

  private final TreeMap<Integer, Position> raised = new TreeMap<>();
  private boolean isFresh;

  /** Since when nobody has been in the way. */
  private Instant readySince = Instant.MAX;

  @Override
  public String name() {
    return "law-57";
  }

  @Override
  public List<String> after(World world, Recorded recorded) {
    if (recorded.entry() instanceof FormatRaised entry) {
      raised.putIfAbsent(entry.format(), recorded.position());
      isFresh = true;
    }
    return List.of();
  }

  @Override
  public List<String> after(World world, Authored authored) {
    return authored.entries().stream()
        .map(Recorded::position)
        .filter(position -> !mayStand(authored.format(), position))
        .map(position ->
            "%s is in format %d, which was not raised then".formatted(position, authored.format()))
        .toList();
  }

  private boolean mayStand(int format, Position position) {
    return Optional.ofNullable(raised.get(format))
        .filter(since -> !since.isAfter(position))
        .isPresent();
  }

  @Override
  public List<String> meanwhile(World world, Standing standing) {
    if (raised.isEmpty()) {
      return List.of();
    }
    int format = raised.lastKey();
    Instant before = standing.now().minus(NOTICED);
    boolean fresh = isFresh;
    isFresh = false;
    return fresh ? overrun(standing, format, before) : left(standing, format, before);
  }

  private static List<String> overrun(Standing standing, int format, Instant before) {
    return standing.processes().stream()
        .filter(process -> process.format() < format && process.runsSince().isBefore(before))
        .map(process -> "format %d is raised beside %s".formatted(format, process))
        .toList();
  }

  private List<String> left(Standing standing, int format, Instant before) {
    boolean isReady =
        !standing.processes().isEmpty()
            && standing.processes().stream()
                .allMatch(one -> one.format() > format && one.runsSince().isBefore(before));
    readySince = isReady ? earlier(readySince, standing.now()) : Instant.MAX;
    return readySince.isBefore(before)
        ? List.of("all understand more than format %d: %s".formatted(format, standing.processes()))
        : List.of();
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
