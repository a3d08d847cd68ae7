package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.SettleRequest;
import java.time.Instant;
import java.util.stream.Collectors;

/** A delivery: where to ask for it, and how it is shown with its steps and reasons. */
final class Deliveries {

  private Deliveries() {}

  static Request request(Address.Delivery delivery) {
    return Request.get(
        "applications",
        delivery.application(),
        "environments",
        delivery.environment(),
        "deliveries",
        delivery.number());
  }

  /** What a delivery has under a name. */
  static Request request(Address.Delivery delivery, String part) {
    return Request.get(
        "applications",
        delivery.application(),
        "environments",
        delivery.environment(),
        "deliveries",
        delivery.number(),
        part);
  }

  /** The hash of what is there now, which is told, for that is what somebody signs for. */
  static String seen(Server server, Slipway slipway, Address.Delivery delivery) {
    JsonNode detail = server.ask(request(delivery));
    String seen = Fields.text(detail, "delivery.hash");
    slipway.remark(
        Visible.of(
            "%s brings commit %s; its hash is %s"
                .formatted(delivery, Fields.sha(detail, "delivery.sha"), seen)));
    return seen;
  }

  static Request settle(Address.Delivery delivery, SettleRequest body) {
    return wish(delivery, "settle", body);
  }

  static Request wish(Address.Delivery delivery, String verb, Record body) {
    return Request.post(
        body,
        "applications",
        delivery.application(),
        "environments",
        delivery.environment(),
        "deliveries",
        delivery.number(),
        verb);
  }

  static Request cancel(Address.Delivery delivery) {
    return Request.post(
        "applications",
        delivery.application(),
        "environments",
        delivery.environment(),
        "deliveries",
        delivery.number(),
        "cancel");
  }

  static String text(JsonNode detail, Instant now, boolean colours) {
    JsonNode delivery = detail.path("delivery");
    StringBuilder text = new StringBuilder();
    line(text, headline(delivery, now));
    Fields.found(delivery, "because.sentence").ifPresent(why -> line(text, "because  " + why));
    Fields.found(delivery, "wayOut").ifPresent(way -> line(text, "way out  " + way));
    Bypass.lines(delivery).forEach(past -> line(text, "bypassed " + past));
    String contains = contained(detail);
    if (!contains.isEmpty()) {
      line(text, "with     " + contains);
    }
    Table members = new Table("TARGET", "OUTCOME", "STEP", "INSTANCES", "ADDRESS", "BECAUSE");
    for (JsonNode member : Fields.items(detail, "members")) {
      members.row(
          Fields.text(member, "target"),
          Fields.text(member, "outcome"),
          Fields.text(member, "step"),
          instances(member),
          addresses(member),
          Fields.sentence(member, "because"));
    }
    text.append('\n').append(members.render(colours));
    Table timeline = new Table("ENTRY", "AGE", "WHAT", "BECAUSE");
    for (JsonNode entry : Fields.items(detail, "timeline")) {
      timeline.row(
          Fields.text(entry, "position"),
          Ages.of(Fields.text(entry, "at"), now),
          Fields.text(entry, "summary"),
          Fields.sentence(entry, "because"));
    }
    return text.append('\n').append(timeline.render(colours)).toString();
  }

  private static String headline(JsonNode delivery, Instant now) {
    return "%s %s%s, commit %s, shipment %s, made %s ago by %s%s"
        .formatted(
            Fields.text(delivery, "id"),
            Fields.text(delivery, "state"),
            step(delivery),
            Fields.sha(delivery, "sha"),
            Fields.text(delivery, "shipment"),
            Ages.of(Fields.text(delivery, "madeAt"), now),
            madeBy(delivery),
            Fields.found(delivery, "madeBy.confirmed")
                .map(", who named %s once more"::formatted)
                .orElse(""));
  }

  /** How far it is; nothing before it has steps. */
  static String step(JsonNode delivery) {
    String steps = Fields.text(delivery, "steps");
    return steps.equals("0")
        ? ""
        : ", step %s of %s".formatted(Fields.text(delivery, "step"), steps);
  }

  /** What went together with it, by its commits. */
  static String contained(JsonNode node) {
    return String.join(
        ", ", Fields.items(node, "contains").stream().map(one -> Fields.sha(one, "sha")).toList());
  }

  /**
   * Who or what made it: a trigger by its name, an environment that joined a group, or a person.
   */
  static String madeBy(JsonNode node) {
    return Fields.found(node, "madeBy.trigger")
        .map(trigger -> "trigger " + trigger)
        .or(() -> Fields.found(node, "madeBy.like").map("joining, as %s"::formatted))
        .or(() -> Fields.found(node, "madeBy.campaign").map(id -> "campaign " + id))
        .or(() -> Fields.found(node, "madeBy.actor.name"))
        .orElseGet(() -> Fields.text(node, "madeBy.kind"));
  }

  private static String instances(JsonNode member) {
    String each =
        String.join(
            ", ",
            Fields.items(member, "instances").stream()
                .map(one -> Fields.text(one, "instance") + " " + Fields.text(one, "health"))
                .toList());
    return each.isEmpty() ? Fields.NOTHING : each;
  }

  /** Where its services answer, each named once. */
  private static String addresses(JsonNode member) {
    return Fields.items(member, "instances").stream()
        .flatMap(one ->
            Fields.found(one, "details.url")
                .map(url -> Fields.text(one, "service") + " " + url)
                .stream())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static void line(StringBuilder text, String line) {
    text.append(Visible.of(line)).append('\n');
  }
}
