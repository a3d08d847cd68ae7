package dev.slipway.outlet.email;

import java.util.Optional;

/**
 * A letter, all of it plain text.
 *
 * @param id the same each time that it is sent; letters, digits and {@code . _ -}
 * @param thread the same for all that is told of one change at one place, as {@code id}; absent
 *     where it belongs to none
 * @param subject one line
 */
public record Letter(String id, Optional<String> thread, String subject, String text) {}
