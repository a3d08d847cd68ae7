package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What something waits for, with every command that would help. */
final class Unmets {

  private Unmets() {}

  static String text(JsonNode why, Instant now) {
    List<String> lines = new ArrayList<>();
    Fields.found(why, "campaign")
        .ifPresent(
            id -> lines.add("It belongs to a campaign: slipway campaign show %s".formatted(id)));
    for (JsonNode unmet : Fields.items(why, "unmet")) {
      lines.add("");
      lines.add(
          "waits for %s: %s"
              .formatted(Fields.text(unmet, "what"), Fields.sentence(unmet, "because")));
      Fields.found(unmet, "earliest").ifPresent(at -> lines.add("  by itself " + in(at, now)));
      for (JsonNode way : Fields.items(unmet, "ways")) {
        lines.add("  %s".formatted(Fields.text(way, "command")));
        lines.add("    takes %s: %s".formatted(Fields.text(way, "role"), Fields.text(way, "who")));
      }
    }
    List<String> unshipped = Unshipped.lines(why, now);
    if (!unshipped.isEmpty()) {
      lines.add("");
      lines.addAll(unshipped);
    }
    return lines.isEmpty()
        ? ""
        : String.join("\n", lines.stream().map(Visible::of).toList()) + "\n";
  }

  private static String in(String instant, Instant now) {
    try {
      Duration left = Duration.between(now, Instant.parse(instant));
      return "in %d min, at %s".formatted(Math.max(0, left.toMinutes()), instant);
    } catch (DateTimeException _) {
      return "at " + instant;
    }
  }
}
