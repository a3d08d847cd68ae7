package dev.slipway.source.webhook;

import dev.slipway.source.Recognition.Refused;

/** The wanted fields of a body, or why it cannot be read. */
public sealed interface FieldsReading permits Fields, FieldsReading.Unreadable {

  record Unreadable(Refused refused) implements FieldsReading {}
}
