package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Fields;
import java.util.List;
import java.util.stream.Collectors;

/** What a target runs, in a cell: how many applications are as ordered, and each that is not. */
final class Runs {

  private static final String AS_ORDERED = "as-ordered";

  private Runs() {}

  static String of(JsonNode target) {
    List<JsonNode> runs = Fields.items(target, "runs");
    List<JsonNode> deviating =
        runs.stream().filter(run -> !AS_ORDERED.equals(Fields.text(run, "state"))).toList();
    if (runs.isEmpty()) {
      return "nothing";
    }
    return deviating.isEmpty()
        ? runs.size() + " as ordered"
        : deviating.stream().map(Runs::deviation).collect(Collectors.joining("; "));
  }

  private static String deviation(JsonNode run) {
    String holds =
        Fields.found(run, "delivery").map(number -> "#" + number).orElse("nothing known");
    String wanted = Fields.found(run, "inForce").map(number -> ", in force #" + number).orElse("");
    return "%s %s (%s%s)"
        .formatted(Fields.text(run, "application"), Fields.text(run, "state"), holds, wanted);
  }
}
