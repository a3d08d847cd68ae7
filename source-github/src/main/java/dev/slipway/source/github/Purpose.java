package dev.slipway.source.github;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is done at a repository, and which of an App's permissions that needs; none beside them. */
enum Purpose {
  READ_CHECKS(Map.of("checks", "read", "statuses", "read")),
  SET_STATUSES(Map.of("statuses", "write")),
  DEPLOY(Map.of("deployments", "write"));

  private final SortedMap<String, String> permissions;

  Purpose(Map<String, String> permissions) {
    this.permissions = Collections.unmodifiableSortedMap(new TreeMap<>(permissions));
  }

  /** As GitHub names them. */
  SortedMap<String, String> permissions() {
    return permissions;
  }
}
