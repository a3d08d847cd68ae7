package dev.slipway.model.layer;

/**
 * A value that a document gives.
 *
 * @param line where in its file the value is written, from 1
 */
public record Setting(SettingName name, SettingValue value, int line) {}
