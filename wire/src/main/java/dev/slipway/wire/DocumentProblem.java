package dev.slipway.wire;

import java.util.Optional;

/**
 * One thing that is wrong, and where.
 *
 * @param line from 1; 0 where the whole file is meant
 * @param column from 1; 0 where the whole line is meant
 * @param nearest the known word that is nearest to the one found
 */
public record DocumentProblem(
    String file, int line, int column, String code, String message, Optional<String> nearest) {}
