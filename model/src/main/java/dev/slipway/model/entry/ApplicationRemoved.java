package dev.slipway.model.entry;

import dev.slipway.model.ApplicationName;

/** An application is forgotten; what runs of it goes on running. */
public record ApplicationRemoved(ApplicationName application) implements Entry {}
