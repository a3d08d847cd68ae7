package dev.slipway.simulator;

/**
 * Something that may befall a town.
 *
 * @param name one word for it, which a seed may leave out and a shrunk run names
 * @param weight how often it comes, beside the others
 */
public record Happening(String name, int weight, Runnable what) {}
