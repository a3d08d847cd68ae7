package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;
import java.util.stream.Collectors;

/** What could be gone back to, and what not, a line each. */
final class Choices {

  private Choices() {}

  static String text(JsonNode choices) {
    String lines =
        Fields.items(choices, "items").stream().map(Choices::line).collect(Collectors.joining());
    String kept =
        Fields.found(choices, "forgottenBelow")
            .map(oldest -> "What is older than #%s is forgotten.\n".formatted(oldest))
            .orElse("");
    return lines.isEmpty() ? "Nothing was ever in force here.\n" : lines + kept;
  }

  private static String line(JsonNode choice) {
    String because =
        choice.has("because") ? Fields.sentence(choice, "because") : "It can be gone back to.";
    return Visible.of(
            "%s #%s (%s)  %s"
                .formatted(
                    choice.path("reachable").asBoolean() ? "yes" : "no ",
                    Fields.text(choice, "number"),
                    Fields.sha(choice, "sha"),
                    because))
        + "\n";
  }
}
