package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What runs of an application in an environment, as text. */
final class Placements {

  private Placements() {}

  static String table(JsonNode page, Instant now, boolean colours) {
    if (Fields.items(page, "items").isEmpty()) {
      return "Nothing is deployed yet. Take an application in with 'slipway app add URL'.\n";
    }
    Table table =
        new Table("APPLICATION", "ENVIRONMENT", "RUNS", "COMMIT", "HEALTH", "SINCE", "NOW");
    for (JsonNode one : Fields.items(page, "items")) {
      table.row(
          Fields.text(one, "application"),
          Fields.text(one, "environment"),
          runs(one),
          Fields.sha(one, isExternal(one) ? "external.succeeded.sha" : "inForce.sha"),
          one.path("drifted").asBoolean() ? "drifted" : Fields.text(one, "health"),
          Ages.of(
              Fields.text(one, isExternal(one) ? "external.succeeded.endedAt" : "inForce.since"),
              now),
          activity(one));
    }
    return table.render(colours);
  }

  private static String runs(JsonNode placement) {
    return isExternal(placement)
        ? "external"
        : Fields.found(placement, "inForce.number")
            .map(number -> "#" + number)
            .orElse(Fields.NOTHING);
  }

  /** Whether what is there was brought by another tool, and nothing of Slipway's is in force. */
  private static boolean isExternal(JsonNode placement) {
    return placement.path("inForce").isMissingNode() && placement.path("external").has("succeeded");
  }

  static String queue(JsonNode page, Instant now, boolean colours) {
    if (Fields.items(page, "items").isEmpty()) {
      return "Nothing waits in a queue; what is under way already is told by slipway status.\n";
    }
    Table table =
        new Table(
            "APPLICATION", "ENVIRONMENT", "PLACE", "SHIPMENT", "COMMIT", "SINCE", "WAITS FOR");
    for (JsonNode one : Fields.items(page, "items")) {
      table.row(
          Fields.text(one, "application"),
          Fields.text(one, "environment"),
          Fields.text(one, "place"),
          Fields.text(one, "shipment"),
          Fields.sha(one, "sha"),
          Ages.of(Fields.text(one, "queuedAt"), now),
          Fields.sentence(one, "because")
              + Fields.found(one, "wayOut").map(way -> " To go on: " + way).orElse(""));
    }
    return table.render(colours);
  }

  /** The recorded reasons, from what is in force to what waits. */
  static String why(JsonNode placement, JsonNode queue, Instant now) {
    List<String> lines = new ArrayList<>();
    String address =
        Fields.text(placement, "application") + "/" + Fields.text(placement, "environment");
    lines.add(
        Fields.found(placement, "inForce.number")
            .map(number ->
                "%s#%s is in force since %s (commit %s, %s)."
                    .formatted(
                        address,
                        number,
                        Ages.of(Fields.text(placement, "inForce.since"), now),
                        Fields.sha(placement, "inForce.sha"),
                        Fields.text(placement, "health")))
            .orElseGet(() -> "Nothing is in force at " + address + " yet."));
    Bypass.lines(placement.path("inForce"))
        .forEach(past -> lines.add("It went past a guardrail: " + past));
    Externals.line(placement, address, now).ifPresent(lines::add);
    if (placement.path("drifted").asBoolean()) {
      lines.add("A target differs from its order; its agent is healing it.");
    }
    if (placement.path("leftOver").asBoolean()) {
      lines.add(
          "%s was removed; this runs on as it was ordered last. To end that: slipway app stop %s"
              .formatted(Fields.text(placement, "application"), address));
    }
    Fields.found(placement, "active.number")
        .ifPresent(number -> lines.add(active(placement, address, number)));
    Bypass.lines(placement.path("active"))
        .forEach(past -> lines.add("It goes past a guardrail: " + past));
    Fields.found(placement, "lastFailure.number")
        .ifPresent(number ->
            lines.add(
                "%s#%s failed %s ago: %s"
                    .formatted(
                        address,
                        number,
                        Ages.of(Fields.text(placement, "lastFailure.at"), now),
                        Fields.sentence(placement, "lastFailure.because"))));
    Fields.found(placement, "paused.because")
        .ifPresent(because ->
            lines.add(
                "%s was paused %s ago by %s: %s To go on: slipway resume %s"
                    .formatted(
                        address,
                        Ages.of(Fields.text(placement, "paused.at"), now),
                        Fields.text(placement, "paused.by.name"),
                        because,
                        address)));
    for (JsonNode waiting : Fields.items(queue, "items")) {
      lines.add(
          "%s waits at place %s: %s%s"
              .formatted(
                  Fields.text(waiting, "shipment"),
                  Fields.text(waiting, "place"),
                  Fields.sentence(waiting, "because"),
                  Fields.found(waiting, "wayOut").map(way -> " To go on: " + way).orElse("")));
    }
    return String.join("\n", lines.stream().map(Visible::of).toList()) + "\n";
  }

  private static String active(JsonNode placement, String address, String number) {
    String because = Fields.sentence(placement, "active.because");
    return "%s#%s is %s%s%s"
        .formatted(
            address,
            number,
            Fields.text(placement, "active.state"),
            Deliveries.step(placement.path("active")),
            because.isEmpty() ? "." : ": " + because);
  }

  /** It is told for as long as the delivery is there, with all that it went past. */
  private static Stream<String> bypassed(JsonNode delivery) {
    List<String> past =
        Fields.items(delivery, "bypassed").stream()
            .map(one -> Fields.text(one, "guardrail"))
            .toList();
    return past.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "#%s bypassed %s".formatted(Fields.text(delivery, "number"), String.join(", ", past)));
  }

  private static String activity(JsonNode placement) {
    List<String> parts = new ArrayList<>();
    Fields.found(placement, "active.number")
        .ifPresent(number ->
            parts.add(
                "#%s %s %s%%"
                    .formatted(
                        number,
                        Fields.text(placement, "active.state"),
                        Fields.text(placement, "active.share"))));
    Stream.of("active", "inForce")
        .flatMap(which -> bypassed(placement.path(which)))
        .forEach(parts::add);
    Fields.found(placement, "lastFailure.number").ifPresent(n -> parts.add("#" + n + " failed"));
    Fields.found(placement, "paused.because").ifPresent(because -> parts.add("paused"));
    Externals.brief(placement).ifPresent(parts::add);
    if (placement.path("leftOver").asBoolean()) {
      parts.add("its application was removed");
    }
    Optional.of(placement.path("queued").asInt())
        .filter(queued -> queued > 0)
        .ifPresent(queued -> parts.add(queued + " queued"));
    return String.join(", ", parts);
  }
}
