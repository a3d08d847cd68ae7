package dev.slipway.simulator.laws;

import dev.slipway.engine.fold.World;
import dev.slipway.model.Position;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Law 53: what one process of the server writes, every other one that is left alone knows within
 * moments.
 */
final class SpeaksAsOne implements Law {

  private static final Duration MOMENTS = Duration.ofSeconds(10);

  private final TreeMap<Instant, Position> written = new TreeMap<>();

  @Override
  public String name() {
    return "law-53";
  }

  @Override
  public List<String> meanwhile(World world, Standing standing) {
    written.put(standing.now(), world.position());
    Instant before = standing.now().minus(MOMENTS);
    Optional<Position> known =
        Optional.ofNullable(written.floorEntry(before)).map(Map.Entry::getValue);
    written.headMap(before.minus(MOMENTS)).clear();
    return standing.undisturbedSince().isAfter(before)
        ? List.of()
        : known.stream()
            .flatMap(position ->
                standing.servers().stream().filter(it -> position.isAfter(it.position())))
            .map(server -> "a server knows of nothing after %s".formatted(server.position()))
            .toList();
  }
}
