package dev.slipway.model.definition;

/**
 * One word of a command line before substitution, such as {@code deploy:sha={sha}} or {@code
 * ${port}}. A command string is split into words first, by POSIX rules, and values are put into
 * words once; so no value can become a second word.
 */
public record Template(String text) {}
