package dev.slipway.source.github;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is done at a repository, and which of an App's permissions that needs; none beside them. */
enum Purpose {
  READ_CHECKS,
  SET_STATUSES,
  DEPLOY,
  COMMENT;

  /** As GitHub names them. */
  SortedMap<String, String> permissions() {
    return new TreeMap<>(
        switch (this) {
          case READ_CHECKS -> Map.of("checks", "read", "statuses", "read");
          case SET_STATUSES -> Map.of("statuses", "write");
          case DEPLOY -> Map.of("deployments", "write");
          case COMMENT -> Map.of("pull_requests", "write");
        });
  }
}
