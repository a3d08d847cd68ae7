package dev.slipway.config.foreign;

/**
 * One thing that another system's file says.
 *
 * @param file as it was given
 * @param line counted from 1
 * @param column counted from 1, in characters
 * @param there how the file calls it, such as {@code sentry.deploy}; at most 40 harmless
 *     characters, the last ones
 */
public record Finding(String file, int line, int column, String there, Outcome outcome) {}
