package dev.slipway.wire;

import java.util.List;

/**
 * What one service is to be.
 *
 * @param after the services that are brought up before it
 */
public record ReleaseSummary(
    String service,
    ServiceKind kind,
    List<String> words,
    String artifact,
    int replicas,
    int weight,
    List<String> after) {
  public ReleaseSummary {
    words = List.copyOf(words);
    after = List.copyOf(after);
  }
}
