package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import java.time.Instant;
import java.util.List;

/** Policies, for people. */
final class Policies {

  private Policies() {}

  /** The revisions of one, or several, a line for each rule. */
  static String text(JsonNode page, Instant now, boolean colours) {
    List<JsonNode> items = Fields.items(page, "items");
    if (items.isEmpty()) {
      return "There are no policies.\n";
    }
    Table table = new Table("POLICY", "REVISION", "OWNER", "FOR", "MUST", "MESSAGE", "BY", "AGE");
    for (JsonNode item : items) {
      for (JsonNode rule : Fields.items(item, "rules")) {
        table.row(
            Fields.text(item, "name"),
            Overlays.revision(item),
            Fields.text(item, "owner"),
            Reaches.text(item.path("reach")),
            must(rule),
            Fields.text(rule, "message"),
            Fields.text(item, "by.name"),
            Ages.of(Fields.text(item, "at"), now));
      }
    }
    return table.render(colours);
  }

  private static String must(JsonNode rule) {
    return Fields.text(rule, "must")
        + Fields.found(rule, "when").map(when -> " when " + when).orElse("");
  }
}
