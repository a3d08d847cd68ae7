package dev.slipway.wire;

import java.util.Optional;

/**
 * What a set brings of one application.
 *
 * @param revision a branch, a tag or a commit; the default branch's head unless told otherwise
 */
public record Cargo(String application, Optional<String> revision) {}
