package dev.slipway.source;

import dev.slipway.model.Bytes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What arrived, as it arrived.
 *
 * @param headers by lower-case name
 * @param body the raw bytes, within the receiver's limit
 */
public record Received(Map<String, List<String>> headers, Bytes body) {

  /** The value of a header that is there exactly once; a repeated one counts as absent. */
  public Optional<String> header(String lowerCaseName) {
    List<String> values = headers.getOrDefault(lowerCaseName, List.of());
    return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
  }
}
