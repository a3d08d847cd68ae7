package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** What happened, as text: deliveries, shipments, events. */
final class History {

  private History() {}

  static String deliveries(JsonNode page, Instant now, boolean colours) {
    Table table = new Table("DELIVERY", "STATE", "COMMIT", "BY", "MADE", "BECAUSE");
    for (JsonNode one : Fields.items(page, "items")) {
      table.row(
          Fields.text(one, "id"),
          Fields.text(one, "state"),
          Fields.sha(one, "sha"),
          Deliveries.madeBy(one),
          Ages.of(Fields.text(one, "madeAt"), now),
          Fields.sentence(one, "because"));
    }
    return table.render(colours);
  }

  static String shipments(JsonNode page, Instant now, boolean colours) {
    Table table = new Table("SHIPMENT", "APPLICATION", "STATE", "COMMIT", "BY", "MADE", "WAY");
    for (JsonNode one : Fields.items(page, "items")) {
      table.row(
          Fields.text(one, "id"),
          Fields.text(one, "application"),
          Fields.text(one, "state"),
          Fields.sha(one, "sha"),
          Deliveries.madeBy(one),
          Ages.of(Fields.text(one, "madeAt"), now),
          way(one));
    }
    return table.render(colours);
  }

  static String shipment(JsonNode one, Instant now, boolean colours) {
    Table table = new Table("ENVIRONMENT", "STATE", "DELIVERY", "SINCE", "BECAUSE");
    for (JsonNode stop : Fields.items(one, "stops")) {
      table.row(
          Fields.text(stop, "environment"),
          Fields.text(stop, "state"),
          Fields.found(stop, "number").map(number -> "#" + number).orElse(Fields.NOTHING),
          Ages.of(Fields.text(stop, "since"), now),
          Fields.sentence(stop, "because"));
    }
    return Visible.of(
            "%s of %s %s, commit %s%s, made %s ago by %s"
                .formatted(
                    Fields.text(one, "id"),
                    Fields.text(one, "application"),
                    Fields.text(one, "state"),
                    Fields.sha(one, "sha"),
                    Optional.of(Deliveries.contained(one))
                        .filter(with -> !with.isEmpty())
                        .map(" with "::concat)
                        .orElse(""),
                    Ages.of(Fields.text(one, "madeAt"), now),
                    Deliveries.madeBy(one)))
        + "\n\n"
        + table.render(colours);
  }

  static String events(JsonNode page, Instant now, boolean colours) {
    Table table = new Table("EVENT", "AGE", "SOURCE", "WHAT", "CAME TO", "BECAUSE");
    for (JsonNode one : Fields.items(page, "items")) {
      table.row(
          Fields.text(one, "position"),
          Ages.of(Fields.text(one, "at"), now),
          Fields.text(one, "source"),
          Fields.text(one, "summary"),
          Fields.text(one, "settlement"),
          Fields.sentence(one, "because"));
    }
    return table.render(colours);
  }

  static String event(JsonNode detail, Instant now, boolean colours) {
    Table table = new Table("APPLICATION", "TRIGGER", "SAID", "SHIPMENT", "BECAUSE");
    for (JsonNode one : Fields.items(detail, "evaluations")) {
      table.row(
          Fields.text(one, "application"),
          Fields.text(one, "trigger"),
          one.path("matched").asBoolean() ? "matched" : "skipped",
          Fields.text(one, "shipment"),
          Fields.sentence(one, "because"));
    }
    return Visible.of(
            "Event %s from %s, %s ago: %s"
                .formatted(
                    Fields.text(detail, "event.position"),
                    Fields.text(detail, "event.source"),
                    Ages.of(Fields.text(detail, "event.at"), now),
                    Fields.text(detail, "event.summary")))
        + "\n\n"
        + table.render(colours);
  }

  private static String way(JsonNode shipment) {
    return Fields.items(shipment, "stops").stream()
        .map(stop -> Fields.text(stop, "environment") + " " + Fields.text(stop, "state"))
        .collect(Collectors.joining(" → "));
  }
}
