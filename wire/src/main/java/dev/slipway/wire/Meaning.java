package dev.slipway.wire;

import java.util.Optional;

/**
 * The commit that a person's words mean.
 *
 * @param ref the branch or the tag that they name
 */
public record Meaning(String sha, Optional<String> ref) {}
