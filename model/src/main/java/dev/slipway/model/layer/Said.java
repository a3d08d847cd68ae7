package dev.slipway.model.layer;

/**
 * That a document says something itself, and does not leave it to others.
 *
 * @param line where in its file, from 1
 */
public record Said(SettingName name, int line) {}
