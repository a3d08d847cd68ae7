package dev.slipway.wire.agent;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /agent/v1/sync}: reports, and asks for orders that are not held yet. A message that
 * was not answered is sent again as it was, so boot and sequence identify it.
 *
 * @param version of the agent's program
 * @param boot drawn at random when the agent starts
 * @param sequence counts the agent's messages of this boot, from 1
 * @param reports each as the text that the report codec makes
 * @param holding the highest fence accepted for each application, as {@code generation.position}
 * @param strays what runs beside its orders, all of it with every message; absent where nobody
 *     looked
 * @param holdMillis how long the server may hold its answer back, in milliseconds
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record SyncRequest(
    Optional<String> version,
    String boot,
    long sequence,
    List<String> reports,
    Map<String, String> holding,
    Optional<List<Stray>> strays,
    long holdMillis) {

  public SyncRequest {
    reports = Lists.orEmpty(reports);
    holding = orEmpty(holding);
    strays = strays.map(List::copyOf);
  }

  private static Map<String, String> orEmpty(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }
}
