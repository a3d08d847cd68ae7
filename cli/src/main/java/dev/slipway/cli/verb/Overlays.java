package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Overlays, for people. */
final class Overlays {

  private Overlays() {}

  /** The revisions of one, or several, each with what it says. */
  static String text(JsonNode page, Instant now, boolean colours) {
    List<JsonNode> items = Fields.items(page, "items");
    if (items.isEmpty()) {
      return "There are no overlays.\n";
    }
    Table table = new Table("OVERLAY", "REVISION", "OWNER", "FOR", "SAYS", "BY", "AGE");
    for (JsonNode item : items) {
      table.row(
          Fields.text(item, "name"),
          revision(item),
          Fields.text(item, "owner"),
          Reaches.text(item.path("reach")),
          says(item),
          Fields.text(item, "by.name"),
          Ages.of(Fields.text(item, "at"), now));
    }
    return table.render(colours) + idle(items);
  }

  /** A line for each of them that is for nothing. */
  static String idle(List<JsonNode> items) {
    return items.stream()
        .filter(item -> item.has("idle"))
        .map(item -> "! %s\n".formatted(Visible.of(Fields.sentence(item, "idle"))))
        .collect(Collectors.joining());
  }

  /** Its number, and the one that it is again. */
  static String revision(JsonNode item) {
    return Fields.text(item, "revision")
        + Fields.found(item, "restores").map(earlier -> " (" + earlier + " again)").orElse("");
  }

  /** Who may write what, a line for each right. */
  static String owners(JsonNode page, boolean colours) {
    if (Fields.items(page, "items").isEmpty()) {
      return "There are no owners.\n";
    }
    Table table = new Table("OWNER", "GROUP", "WRITES", "APPLICATIONS", "ENVIRONMENTS", "KEYS");
    for (JsonNode owner : Fields.items(page, "items")) {
      for (JsonNode right : Fields.items(owner, "may")) {
        table.row(
            Fields.text(owner, "name"),
            Fields.text(owner, "group"),
            Fields.text(right, "write"),
            patterns(right, "applications"),
            patterns(right, "environments"),
            patterns(right, "keys"));
      }
    }
    return table.render(colours);
  }

  private static String patterns(JsonNode right, String key) {
    String all = Fields.joined(right, key, ", ");
    return all.isEmpty() ? "all" : all;
  }

  private static String says(JsonNode item) {
    return Fields.items(item, "lines").stream()
        .map(line ->
            "%s %s %s"
                .formatted(
                    Fields.text(line, "force"),
                    Fields.text(line, "name"),
                    Fields.text(line, "text")))
        .collect(Collectors.joining("; "));
  }
}
