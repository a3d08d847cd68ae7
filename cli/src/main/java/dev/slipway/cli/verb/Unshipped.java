package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Pushes that no trigger shipped, as text. */
final class Unshipped {

  private Unshipped() {}

  /** A line for each, and below it one for each reason. */
  static List<String> lines(JsonNode why, Instant now) {
    List<String> lines = new ArrayList<>();
    for (JsonNode push : Fields.items(why, "unshipped")) {
      lines.add(
          "Commit %s of %s, pushed %s ago, shipped nothing (slipway events %s):"
              .formatted(
                  Fields.sha(push, "sha"),
                  Fields.text(push, "ref"),
                  Ages.of(Fields.text(push, "at"), now),
                  Fields.text(push, "event")));
      reasons(push).forEach((sentence, triggers) -> lines.add("  " + said(triggers, sentence)));
    }
    return lines;
  }

  /** The newest one, in a sentence. */
  static Optional<String> newest(Server server, Address.Placement at) {
    JsonNode why =
        server.ask(
            Request.get("applications", at.application(), "environments", at.environment(), "why"));
    return Fields.items(why, "unshipped").stream()
        .findFirst()
        .map(push ->
            Visible.of(
                "Commit %s of %s was pushed later and shipped nothing: %s"
                    .formatted(
                        Fields.sha(push, "sha"),
                        Fields.text(push, "ref"),
                        reasons(push).entrySet().stream()
                            .map(one -> said(one.getValue(), one.getKey()))
                            .collect(Collectors.joining(" ")))));
  }

  private static String said(List<String> triggers, String sentence) {
    return "%s %s: %s"
        .formatted(
            triggers.size() == 1 ? "trigger" : "triggers", String.join(", ", triggers), sentence);
  }

  /** Several triggers that say the same say it once. */
  private static Map<String, List<String>> reasons(JsonNode push) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    for (JsonNode one : Fields.items(push, "triggers")) {
      reasons
          .computeIfAbsent(Fields.sentence(one, "because"), _ -> new ArrayList<>())
          .add(Fields.text(one, "trigger"));
    }
    return reasons;
  }
}
