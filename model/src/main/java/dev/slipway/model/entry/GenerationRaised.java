package dev.slipway.model.entry;

/**
 * From here on fences carry this generation; written at the founding and after a backup was
 * restored.
 */
public record GenerationRaised(long generation) implements Entry {}
