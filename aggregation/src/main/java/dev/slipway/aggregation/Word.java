package dev.slipway.aggregation;

import dev.slipway.model.layer.SettingValue;

/** One thing that is said about a value. */
public record Word(SettingValue value, Voice voice) {}
