package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A target: what it should run, what it says it runs, and in what it is other than that. */
final class Deviations {

  private Deviations() {}

  /** For a cell: what kinds there are. */
  static String codes(JsonNode target) {
    List<JsonNode> all = Fields.items(target, "deviations");
    return all.isEmpty()
        ? "no"
        : all.stream()
            .map(one -> Fields.text(one, "code"))
            .distinct()
            .collect(Collectors.joining(", "));
  }

  static String text(JsonNode target, Instant now, boolean colours) {
    StringBuilder text = new StringBuilder();
    line(text, "%s/%s".formatted(Fields.text(target, "environment"), Fields.text(target, "name")));
    line(text, target.has("agent") ? agent(target, now) : "No agent has enrolled here yet.");
    if (target.has("rest")) {
      line(text, rest(target.path("rest"), now));
    }
    List<JsonNode> runs = Fields.items(target, "runs");
    if (!runs.isEmpty()) {
      Table table = new Table("APPLICATION", "IN FORCE", "ORDERED", "SAYS", "SINCE", "STATE");
      for (JsonNode run : runs) {
        table.row(
            Fields.text(run, "application"),
            number(run, "inForce"),
            number(run, "ordered"),
            number(run, "delivery"),
            Ages.of(Fields.text(run, "since"), now),
            Fields.text(run, "state"));
      }
      text.append(table.render(colours));
    }
    List<JsonNode> deviations = Fields.items(target, "deviations");
    line(text, deviations.isEmpty() ? "It is as it should be." : "It deviates:");
    for (JsonNode one : deviations) {
      String since =
          Fields.found(one, "since").map(at -> " (for %s)".formatted(Ages.of(at, now))).orElse("");
      line(
          text,
          "  %s: %s%s".formatted(Fields.text(one, "code"), Fields.text(one, "sentence"), since));
    }
    return text.toString();
  }

  private static String rest(JsonNode rest, Instant now) {
    return "It was %s by %s %s ago%s"
        .formatted(
            Fields.text(rest, "kind"),
            Fields.text(rest, "by.name"),
            Ages.of(Fields.text(rest, "at"), now),
            Fields.found(rest, "because").map(": %s"::formatted).orElse("."));
  }

  private static String agent(JsonNode target, Instant now) {
    return "%s is %s, was last heard %s ago, and has version %s."
        .formatted(
            Fields.text(target, "agent.id"),
            Fields.text(target, "agent.state"),
            Ages.of(Fields.text(target, "agent.lastHeard"), now),
            Fields.text(target, "agent.version"));
  }

  private static String number(JsonNode run, String field) {
    return Fields.found(run, field).map("#"::concat).orElse("nothing");
  }

  private static void line(StringBuilder text, String line) {
    text.append(Visible.of(line)).append('\n');
  }
}
