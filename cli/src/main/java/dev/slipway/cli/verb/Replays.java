package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a replay found, as text. */
final class Replays {

  private Replays() {}

  static String text(JsonNode replay, boolean colours) {
    if (Fields.text(replay, "state").equals("failed")) {
      return Visible.of("The replay failed: " + Fields.sentence(replay, "because")) + "\n";
    }
    List<JsonNode> rows = Fields.items(replay, "rows");
    return rows.isEmpty()
        ? "Nothing was on its way in that time.\n"
        : table(rows, colours) + "\n" + summary(rows) + notes(replay, rows);
  }

  private static String table(List<JsonNode> rows, boolean colours) {
    Table table =
        new Table("WHERE", "COMMIT", "REALLY", "WOULD HAVE", "DIFFERENCE", "BY", "BECAUSE");
    for (JsonNode row : rows) {
      table.row(
          Fields.text(row, "application") + "/" + Fields.text(row, "environment"),
          Fields.sha(row, "sha"),
          Fields.text(row, "really.state"),
          Fields.text(row, "would.state"),
          difference(row),
          Fields.found(row, "guardrail").orElse(""),
          Fields.sentence(row, "because"));
    }
    return table.render(colours);
  }

  private static String difference(JsonNode row) {
    String mark = row.path("faithful").asBoolean() ? "" : " ?";
    String by = row.has("seconds") ? " " + spell(row.path("seconds").asLong()) : "";
    return Fields.text(row, "difference") + by + mark;
  }

  private static String spell(long seconds) {
    Duration time = Duration.ofSeconds(seconds);
    return time.toHours() > 0
        ? "%d h %d min".formatted(time.toHours(), time.toMinutesPart())
        : time.toMinutes() > 0 ? "%d min".formatted(time.toMinutes()) : "%d s".formatted(seconds);
  }

  private static String summary(List<JsonNode> rows) {
    Map<String, Long> counts =
        rows.stream()
            .collect(
                Collectors.groupingBy(
                    row -> Fields.text(row, "difference"), TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", "))
        + "\n";
  }

  private static String notes(JsonNode replay, List<JsonNode> rows) {
    List<String> notes = new ArrayList<>();
    if (rows.stream().anyMatch(row -> !row.path("faithful").asBoolean())) {
      notes.add(
          "? A replay with nothing changed does not do what really happened there; do not rely on"
              + " it.");
    }
    if (!replay.path("whole").asBoolean()) {
      notes.add("Some of it had to be left out; choose a shorter span.");
    }
    Fields.items(replay, "assumed")
        .forEach(assumed -> notes.add("assumed: " + Fields.text(assumed, "sentence")));
    return notes.stream().map(note -> Visible.of(note) + "\n").collect(Collectors.joining());
  }
}
