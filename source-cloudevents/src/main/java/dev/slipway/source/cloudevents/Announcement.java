package dev.slipway.source.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.Reason;
import dev.slipway.model.RefName;
import dev.slipway.model.Sha;
import dev.slipway.model.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds {@code application}, {@code sha} and {@code ref} in a CloudEvent. They stand together in
 * one place, and the first that holds any of them counts: {@code data}; CDEvents' {@code
 * data.customData} and {@code data.subject.content}; the event's own extension attributes. An event
 * that names neither application nor commit is ignored; one that names them wrongly or by halves is
 * the sender's mistake and is refused.
 */
final class Announcement {

  private static final int KIND_LENGTH_MAX = 128;

  private static final List<Place> PLACES =
      List.of(
          new Place("data.", event -> event.path("data")),
          new Place("data.customData.", event -> event.path("data").path("customData")),
          new Place(
              "data.subject.content.", event -> event.path("data").path("subject").path("content")),
          new Place("", event -> event));

  private Announcement() {}

  /** Where the fields may stand, and how a message names that place. */
  private record Place(String prefix, Function<JsonNode, JsonNode> in) {}

  static Event in(CloudEvent event) throws UnusableField {
    for (Place place : PLACES) {
      JsonNode fields = place.in().apply(event.event());
      if (fields.has("application") || fields.has("sha")) {
        return announced(event, place.prefix(), fields);
      }
    }
    String type = event.type();
    return new Event.Ignored(
        type.length() > KIND_LENGTH_MAX ? type.substring(0, KIND_LENGTH_MAX) : type,
        new Reason("nothing-announced", "The event's data names neither 'application' nor 'sha'."));
  }

  private static Event announced(CloudEvent event, String prefix, JsonNode fields)
      throws UnusableField {
    ApplicationName application =
        required(prefix + "application", fields.path("application"), ApplicationName::new);
    Sha sha = required(prefix + "sha", fields.path("sha"), Sha::new);
    JsonNode ref = fields.path("ref");
    Optional<RefName> refName =
        ref.isMissingNode() || ref.isNull()
            ? Optional.empty()
            : Optional.of(required(prefix + "ref", ref, Announcement::branchOrTag));
    return new Event.Announced(event.type(), event.source(), event.id(), application, sha, refName);
  }

  private static <T> T required(String field, JsonNode value, Function<String, T> type)
      throws UnusableField {
    if (!value.isTextual()) {
      throw new UnusableField(field, "must be text");
    }
    try {
      return type.apply(value.textValue());
    } catch (InvalidValue e) {
      throw new UnusableField(field, "cannot be used: " + e.getMessage());
    }
  }

  private static RefName branchOrTag(String text) {
    RefName ref = new RefName(text);
    if (!ref.isAutomatable()) {
      throw new InvalidValue(
          "ref name", "must be a plain full name such as refs/heads/main or refs/tags/v1.0");
    }
    return ref;
  }
}
