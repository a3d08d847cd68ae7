package dev.slipway.model.layer;

import java.util.Optional;

/**
 * One thing that has to be so. Both conditions are in the Common Expression Language.
 *
 * @param must what has to be true of each service
 * @param when where that is asked; absent means of every service
 * @param message what people are told where it is not so
 * @param line where in its file the condition is written, from 1
 */
public record PolicyRule(String must, Optional<String> when, String message, int line) {}
