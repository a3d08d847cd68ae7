package dev.slipway.wire;

import java.time.Instant;
import java.util.Optional;

/**
 * What a check of a commit came to.
 *
 * @param sha the full id of the commit
 * @param name what the check is called, 1 to 100 visible characters
 * @param description 1 to 140 visible characters
 * @param url where people read about it; http or https, at most 500 characters
 * @param at since when it is so; now unless told
 */
public record CheckRequest(
    String sha,
    String name,
    CheckState state,
    Optional<String> description,
    Optional<String> url,
    Optional<Instant> at) {}
