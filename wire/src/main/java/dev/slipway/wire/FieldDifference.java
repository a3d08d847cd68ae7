package dev.slipway.wire;

import java.util.Optional;

/**
 * A field that is not the same in both deliveries, called as documents call it.
 *
 * @param from what it was; never told of variables
 * @param to what it is; never told of variables
 */
public record FieldDifference(
    String field, Differs change, Optional<String> from, Optional<String> to) {}
