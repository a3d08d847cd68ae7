package dev.slipway.wire;

import java.util.Map;

/** An entry whole. */
public record EntryDetail(Entry entry, Map<String, Object> payload) {
  public EntryDetail {
    payload = Map.copyOf(payload);
  }
}
