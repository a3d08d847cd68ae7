package dev.slipway.wire;

import java.util.Optional;

/**
 * One thing that a policy asks of each service. Both conditions are in the Common Expression
 * Language.
 *
 * @param must what has to be true
 * @param when where that is asked; absent means everywhere
 * @param message what people are told where it is not so
 * @param line in the document's file, from 1
 */
public record PolicyRule(String must, Optional<String> when, String message, int line) {}
