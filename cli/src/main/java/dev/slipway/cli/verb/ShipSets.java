package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.follow.Standing;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sets: where to ask for them, and how they are shown. */
final class ShipSets {

  private static final String PREFIX = "set-";

  private ShipSets() {}

  /** Whether an id is one of a set. */
  static boolean isSet(String id) {
    return id.startsWith(PREFIX);
  }

  static Request get(String set) {
    return Request.get("sets", set);
  }

  static Request cancel(String set) {
    return Request.post("sets", set, "cancel");
  }

  /** Waits until all of a set has ended. */
  static int follow(Slipway slipway, String set, Timeout timeout) {
    Server server = slipway.server();
    return slipway.follow(server, () -> Standing.ofSet(server.ask(get(set))), timeout.length());
  }

  /** One set: a line for each member, a column for each environment. */
  static String text(JsonNode set, Instant now, boolean colours) {
    List<String> travel = Fields.items(set, "travel").stream().map(JsonNode::asText).toList();
    String head =
        "%s %s, %s on failure, made %s ago%s"
            .formatted(
                Fields.text(set, "id"),
                Fields.text(set, "state"),
                Fields.text(set, "onFailure"),
                Ages.of(Fields.text(set, "madeAt"), now),
                Fields.found(set, "undoes").map(", to take back %s"::formatted).orElse(""));
    String because =
        set.has("because") ? Visible.of("because  " + Fields.sentence(set, "because")) + "\n" : "";
    String[] columns =
        Stream.concat(
                Stream.of("APPLICATION", "COMMIT", "AFTER"),
                travel.stream().map(stop -> stop.toUpperCase(Locale.ROOT)))
            .toArray(String[]::new);
    Table table = new Table(columns);
    for (JsonNode member : Fields.items(set, "members")) {
      table.row(
          Stream.concat(
                  Stream.of(
                      Fields.text(member, "application"), Fields.sha(member, "sha"), after(member)),
                  Fields.items(member, "stops").stream().map(ShipSets::stop))
              .toArray(String[]::new));
    }
    return Visible.of(head) + "\n" + because + "\n" + table.render(colours);
  }

  /** All sets, a line each. */
  static String list(JsonNode page, Instant now, boolean colours) {
    Table table = new Table("SET", "STATE", "AGE", "WHAT", "WHERE", "BECAUSE");
    for (JsonNode set : Fields.items(page, "items")) {
      table.row(
          Fields.text(set, "id"),
          Fields.text(set, "state"),
          Ages.of(Fields.text(set, "madeAt"), now),
          names(set, "members", "application"),
          Fields.items(set, "travel").stream()
              .map(JsonNode::asText)
              .collect(Collectors.joining(", ")),
          Fields.sentence(set, "because"));
    }
    return table.render(colours);
  }

  /** What taking one back would do, a line for each application. */
  static String offer(JsonNode offer) {
    String lines =
        Fields.items(offer, "items").stream()
            .map(part ->
                Visible.of(
                        "%s %s/%s  %s"
                            .formatted(
                                part.path("verdict").asText().equals("stuck") ? "no " : "yes",
                                Fields.text(part, "application"),
                                Fields.text(part, "environment"),
                                part.has("to")
                                    ? "goes back to #%s (%s)."
                                        .formatted(Fields.text(part, "to"), Fields.sha(part, "sha"))
                                    : Fields.sentence(part, "because")))
                    + "\n")
            .collect(Collectors.joining());
    return offer.has("because")
        ? lines + Visible.of(Fields.sentence(offer, "because")) + "\n"
        : lines;
  }

  private static String names(JsonNode set, String list, String field) {
    return Fields.items(set, list).stream()
        .map(one -> Fields.text(one, field))
        .collect(Collectors.joining(", "));
  }

  private static String after(JsonNode member) {
    String names =
        Fields.items(member, "after").stream()
            .map(JsonNode::asText)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Fields.NOTHING : names;
  }

  private static String stop(JsonNode stop) {
    return Fields.text(stop, "state")
        + Fields.found(stop, "number").map(number -> " #" + number).orElse("");
  }
}
