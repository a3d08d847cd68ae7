package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

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
    return table.render(colours) + Overlays.idle(items);
  }

  /** Those that what is explained has to be as they say, a line for each; nothing without any. */
  static String binding(JsonNode explained) {
    return Fields.items(explained, "policies").stream()
        .map(one ->
            "%s (revision %s, owner %s): %s\n"
                .formatted(
                    Fields.text(one, "policy"),
                    Fields.text(one, "revision"),
                    Fields.text(one, "owner"),
                    Fields.found(one, "refused.sentence").orElse("holds")))
        .collect(Collectors.joining());
  }

  private static String must(JsonNode rule) {
    return Fields.text(rule, "must")
        + Fields.found(rule, "when").map(when -> " when " + when).orElse("");
  }
}
