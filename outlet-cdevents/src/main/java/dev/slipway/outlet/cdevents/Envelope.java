package dev.slipway.outlet.cdevents;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.slipway.model.Reason;
import dev.slipway.model.notification.Happening;
import dev.slipway.outlet.JsonBody;
import dev.slipway.outlet.Pages;
import dev.slipway.outlet.Telling;
import dev.slipway.outlet.Visible;
import java.io.IOException;
import java.util.Optional;

/**
 * A CDEvent within its CloudEvent, which says the same of both where both have a word for it.
 *
 * @param id of both
 */
record Envelope(
    Telling telling, Happening happening, CdEvent event, String id, Optional<String> link) {

  private static final String CD_EVENTS = "0.5.1";
  private static final int SENTENCE_MAX = 2000;

  String text() {
    return JsonBody.of(json -> {
      json.writeStringField("specversion", "1.0");
      json.writeStringField("id", id);
      json.writeStringField("source", source());
      json.writeStringField("type", event.type());
      json.writeStringField("subject", subject());
      json.writeStringField("time", happening.at().toString());
      json.writeStringField("datacontenttype", "application/json");
      json.writeObjectFieldStart("data");
      data(json);
      json.writeEndObject();
    });
  }

  private void data(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("context");
    json.writeStringField("specversion", CD_EVENTS);
    json.writeStringField("id", id);
    json.writeStringField("source", source());
    json.writeStringField("type", event.type());
    json.writeStringField("timestamp", happening.at().toString());
    json.writeEndObject();
    json.writeObjectFieldStart("subject");
    json.writeStringField("id", subject());
    json.writeStringField("source", source());
    json.writeObjectFieldStart("content");
    content(json);
    json.writeEndObject();
    json.writeEndObject();
    json.writeObjectFieldStart("customData");
    customData(json);
    json.writeEndObject();
    json.writeStringField("customDataContentType", "application/json");
  }

  /** Where it happened: this server, or the organisation where nobody said how it is reached. */
  private String source() {
    return link.orElseGet(() -> "/slipway/" + telling.organisation());
  }

  private String subject() {
    return switch (event) {
      case CdEvent.Served _, CdEvent.Removed _ -> happening.placement().application().value();
      case CdEvent.Run _ -> run();
      case CdEvent.Own own ->
          switch (own.what()) {
            case APPROVAL_REQUESTED, GUARDRAIL_BYPASSED, ROLLOUT_STUCK -> run();
            case NOTIFICATION_TESTED -> telling.notification().value();
          };
    };
  }

  /** The same from the queue to the end; of a shipment that is forgotten the delivery is left. */
  private String run() {
    return happening.placement()
        + happening
            .shipment()
            .map(shipment -> "/" + shipment)
            .orElseGet(() -> "#" + happening.number().orElse(0));
  }

  private void content(JsonGenerator json) throws IOException {
    switch (event) {
      case CdEvent.Run run -> {
        json.writeStringField("pipelineName", happening.placement().toString());
        json.writeStringField("uri", page());
        if (run.outcome().isPresent()) {
          json.writeStringField("outcome", run.outcome().orElseThrow());
          if (run.because().isPresent()) {
            json.writeStringField("errors", sentence(run.because().orElseThrow()));
          }
        }
      }
      case CdEvent.Served served -> {
        environment(json);
        json.writeStringField("artifactId", served.artifact());
      }
      case CdEvent.Removed _ -> environment(json);
      case CdEvent.Own own -> {
        if (own.because().isPresent()) {
          json.writeStringField("reason", own.because().orElseThrow().code());
          json.writeStringField("message", sentence(own.because().orElseThrow()));
        }
      }
    }
  }

  private void environment(JsonGenerator json) throws IOException {
    json.writeObjectFieldStart("environment");
    json.writeStringField("id", happening.placement().environment().value());
    json.writeEndObject();
  }

  private static String sentence(Reason because) {
    return Visible.of(because.sentence(), SENTENCE_MAX);
  }

  /** Where people read about it; a name of the same form where nobody said how that is reached. */
  private String page() {
    return Pages.ofDelivery(link, happening)
        .orElseGet(() -> "slipway:" + telling.organisation() + "/" + place());
  }

  private String place() {
    return happening.placement() + happening.number().map(number -> "/" + number).orElse("");
  }

  /** What CDEvents has no word for, by the words of our own messages. */
  private void customData(JsonGenerator json) throws IOException {
    json.writeStringField("organisation", telling.organisation().value());
    json.writeStringField("notification", telling.notification().value());
    if (telling.rehearsal()) {
      return;
    }
    json.writeStringField("happening", happening.occasion().word());
    json.writeStringField("application", happening.placement().application().value());
    json.writeStringField("environment", happening.placement().environment().value());
    if (happening.number().isPresent()) {
      json.writeNumberField("delivery", happening.number().orElseThrow());
    }
    if (happening.shipment().isPresent()) {
      json.writeStringField("shipment", happening.shipment().orElseThrow().value());
    }
    if (happening.sha().isPresent()) {
      json.writeStringField("sha", happening.sha().orElseThrow().value());
    }
  }
}
