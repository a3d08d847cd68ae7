package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Fields;
import java.util.List;
import java.util.stream.Collectors;

/** What owners' documents are for, in words. */
final class Reaches {

  private Reaches() {}

  static String text(JsonNode reach) {
    String labels =
        reach.path("labels").properties().stream()
            .map(label -> label.getKey() + ": " + label.getValue().asText())
            .collect(Collectors.joining(", "));
    List<String> parts =
        List.of(
            Fields.joined(reach, "applications", ", "),
            Fields.joined(reach, "environments", ", "),
            Fields.joined(reach, "services", ", "),
            labels);
    String text =
        parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" in "));
    return text.isEmpty() ? "everything" : text;
  }
}
