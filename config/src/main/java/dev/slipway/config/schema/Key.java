package dev.slipway.config.schema;

/**
 * One key that a document may hold.
 *
 * @param meaning full sentences for people; they stand in the schema and in the reference
 * @param example a value as it is written in YAML
 */
public record Key(String name, Type type, boolean required, String meaning, String example) {}
