package dev.slipway.app.demo;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was seen from outside: HTTP answers, process ids, commits. Values are text; order is kept.
 */
record Evidence(Map<String, String> seen) {

  static Evidence of(String name, Object value) {
    return new Evidence(Map.of()).and(name, value);
  }

  Evidence and(String name, Object value) {
    Map<String, String> more = new LinkedHashMap<>(seen);
    more.put(name, value.toString());
    return new Evidence(more);
  }
}
