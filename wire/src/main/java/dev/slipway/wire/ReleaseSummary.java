package dev.slipway.wire;

import java.util.List;

/** What one service is to be. */
public record ReleaseSummary(
    String service,
    ServiceKind kind,
    List<String> words,
    String artifact,
    int replicas,
    int weight) {
  public ReleaseSummary {
    words = List.copyOf(words);
  }
}
