package dev.slipway.wire;

import java.util.Optional;

/**
 * Which repository to take in.
 *
 * @param repository A URL, or an absolute path on the server
 * @param branch absent means the default branch
 * @param path absent means slipway.yaml
 */
public record AddApplication(String repository, Optional<String> branch, Optional<String> path) {}
