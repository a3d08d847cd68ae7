package dev.slipway.source.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The attributes that every CloudEvent has, checked, and the rest as it came.
 *
 * @param event the whole event, an object
 */
record CloudEvent(String type, String source, String id, JsonNode event) {

  private static final int LENGTH_MAX = 512;

  static CloudEvent of(JsonNode event) throws UnusableField {
    String version = attribute(event, "specversion");
    if (!version.equals("1.0")) {
      throw new UnusableField("specversion", "must be \"1.0\"");
    }
    return new CloudEvent(
        attribute(event, "type"), attribute(event, "source"), attribute(event, "id"), event);
  }

  private static String attribute(JsonNode event, String name) throws UnusableField {
    JsonNode value = event.path(name);
    if (!value.isTextual() || value.textValue().isEmpty()) {
      throw new UnusableField(name, "must be text that is not empty");
    }
    String text = value.textValue();
    if (text.length() > LENGTH_MAX) {
      throw new UnusableField(name, "must have at most " + LENGTH_MAX + " characters");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new UnusableField(name, "must not hold control characters");
    }
    if (!name.equals("id") && text.chars().anyMatch(Character::isWhitespace)) {
      throw new UnusableField(name, "must not hold spaces");
    }
    return text;
  }

  /** Source and id, which together identify an event; the source holds no space. */
  String identity() {
    return source + " " + id;
  }
}
