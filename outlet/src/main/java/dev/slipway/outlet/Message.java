package dev.slipway.outlet;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is sent.
 *
 * @param headers that belong to this message
 * @param body JSON
 */
public record Message(SortedMap<String, String> headers, String body) {

  public Message {
    headers = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(headers)));
  }
}
