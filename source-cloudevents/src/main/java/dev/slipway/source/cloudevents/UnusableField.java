package dev.slipway.source.cloudevents;

import dev.slipway.model.Reason;

/** A field is absent, of another type, or not what it must be. Never leaves this room. */
final class UnusableField extends Exception {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String rule;

  UnusableField(String field, String rule) {
    super(field + " " + rule, null, false, false);
    this.field = field;
    this.rule = rule;
  }

  Reason reason() {
    return new Reason(
        "field-not-usable",
        "The field '" + field + "' " + (rule.endsWith(".") ? rule : rule + "."));
  }
}
