package dev.slipway.outlet.cdevents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.outlet.contract.Form;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/**
 * A CloudEvent with a CDEvent in it, as CloudEvents 1.0.2 and the binding of CDEvents 0.5.1 to it
 * say: the attributes and nothing beside them, and both say the same of what both have a word for.
 *
 * @see <a href="https://github.com/cdevents/spec/blob/v0.5.1/cloudevents-binding.md">the
 *     binding</a>
 */
public final class CloudEventForm {

  private static final Form EVENT =
      new Form(
          Map.of(
              "specversion", Form.word("1.0"),
              "id", Form.text(200),
              "source", Form.text(500),
              "type", Form.text(200),
              "subject", Form.text(200),
              "time", CloudEventForm::isTime,
              "data", JsonNode::isObject),
          Map.of("datacontenttype", Form.word("application/json"), "dataschema", Form.text(500)));

  /** What both have a word for: in the CloudEvent, and in its data. */
  private static final List<List<String>> SAME =
      List.of(
          List.of("/id", "/data/context/id"),
          List.of("/source", "/data/context/source"),
          List.of("/type", "/data/context/type"),
          List.of("/subject", "/data/subject/id"),
          List.of("/time", "/data/context/timestamp"));

  private CloudEventForm() {}

  private static boolean isTime(JsonNode value) {
    try {
      return value.isTextual() && OffsetDateTime.parse(value.asText()).getYear() > 2000;
    } catch (DateTimeException noTime) {
      return false;
    }
  }

  /**
   * Takes an event.
   *
   * @throws AssertionError when whoever listens would not
   */
  public static JsonNode take(String body) {
    JsonNode event = EVENT.take(body);
    for (List<String> paths : SAME) {
      if (!event.at(paths.getFirst()).equals(event.at(paths.getLast()))) {
        throw new AssertionError(paths + " are not the same: " + body);
      }
    }
    return event;
  }
}
