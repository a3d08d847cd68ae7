package dev.slipway.views.difference;

import java.util.Optional;

/**
 * A field that is not the same before and after.
 *
 * @param field as documents call it, such as {@code strategy.drain}
 * @param from what it was; never told of variables
 * @param to what it is; never told of variables
 */
public record FieldDifference(
    String field, Differs how, Optional<String> from, Optional<String> to) {}
