package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.time.Instant;
import java.util.List;

/** What two deliveries have not in common, or what one more would bring, as text. */
final class Differences {

  /** What stands for the value of a variable. */
  static final String NOT_TOLD = "(not told)";

  private Differences() {}

  static String text(Address.Delivery delivery, JsonNode difference, Instant now, boolean colours) {
    StringBuilder text = new StringBuilder();
    text.append(Visible.of(headline(delivery, difference))).append("\n\n");
    text.append(fields(difference, colours));
    commits(text, difference, "brings", "brings", now, colours);
    commits(text, difference, "takesBack", "takes back", now, colours);
    return text.toString();
  }

  /** What deploying a commit would change. */
  static String preview(String at, JsonNode preview, Instant now, boolean colours) {
    StringBuilder text = new StringBuilder();
    text.append(Visible.of(going(at, preview))).append('\n');
    commits(text, preview, "brings", "brings", now, colours);
    commits(text, preview, "takesBack", "takes back", now, colours);
    return text.toString();
  }

  private static String going(String at, JsonNode preview) {
    String to =
        Fields.sha(preview, "to.sha")
            + Fields.found(preview, "to.ref").map(ref -> ", which is " + ref).orElse("");
    if (!preview.has("from")) {
      return "%s would get %s, the first one there.".formatted(at, to);
    }
    String from =
        "#%s (%s)".formatted(Fields.text(preview, "from.number"), Fields.sha(preview, "from.sha"));
    return Fields.text(preview, "to.sha").equals(Fields.text(preview, "from.sha"))
        ? "%s would get %s, the commit that is in force there as %s.".formatted(at, to, from)
        : "%s would go from %s to %s.".formatted(at, from, to);
  }

  private static String headline(Address.Delivery delivery, JsonNode difference) {
    String to = "%s (%s)".formatted(delivery, Fields.sha(difference, "to.sha"));
    return difference.has("from")
        ? "%s, compared with #%s (%s)"
            .formatted(
                to, Fields.text(difference, "from.number"), Fields.sha(difference, "from.sha"))
        : to + ", the first one there";
  }

  private static String fields(JsonNode difference, boolean colours) {
    Table table = new Table("SERVICE", "", "FIELD", "BEFORE", "AFTER");
    int rows = 0;
    for (JsonNode service : Fields.items(difference, "services")) {
      rows += rows(table, service);
    }
    return rows == 0 ? "Every service is the same in both.\n" : table.render(colours);
  }

  /** A row for each field in which a service differs; how many. */
  static int rows(Table table, JsonNode service) {
    List<JsonNode> fields = Fields.items(service, "fields");
    for (JsonNode field : fields) {
      String change = Fields.text(field, "change");
      table.row(
          Fields.text(service, "service"),
          change,
          Fields.text(field, "field"),
          value(field, "from", change.equals("added")),
          value(field, "to", change.equals("removed")));
    }
    return fields.size();
  }

  private static String value(JsonNode field, String side, boolean isAbsent) {
    return isAbsent ? "" : Fields.found(field, side).orElse(NOT_TOLD);
  }

  private static void commits(
      StringBuilder text,
      JsonNode difference,
      String side,
      String does,
      Instant now,
      boolean colours) {
    JsonNode list = difference.path(side);
    if (list.has("because")) {
      text.append(
          "\n%s\n"
              .formatted(
                  Visible.of(
                      "Which commits it %s is not known: %s"
                          .formatted(does, Fields.sentence(list, "because")))));
    }
    int total = list.path("total").asInt();
    if (total == 0) {
      return;
    }
    String more = list.path("whole").asBoolean() ? "" : "more than ";
    text.append(
        "\nIt %s %s%d %s:\n".formatted(does, more, total, total == 1 ? "commit" : "commits"));
    Table table = new Table("COMMIT", "AGE", "AUTHOR", "WHAT");
    for (JsonNode commit : Fields.items(list, "items")) {
      table.row(
          Fields.sha(commit, "sha"),
          Ages.of(Fields.text(commit, "at"), now),
          Fields.text(commit, "author"),
          Fields.text(commit, "subject")
              + pullRequest(commit)
              + (commit.has("undoneBy")
                  ? " (undone by %s)".formatted(Fields.sha(commit, "undoneBy"))
                  : ""));
    }
    text.append(table.render(colours));
  }

  private static String pullRequest(JsonNode commit) {
    return Fields.found(commit, "pullRequest.number")
        .map(number ->
            " [pull request #%s%s]"
                .formatted(
                    number, Fields.found(commit, "pullRequest.url").map(" "::concat).orElse("")))
        .orElse("");
  }
}
