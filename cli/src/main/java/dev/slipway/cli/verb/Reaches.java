package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Fields;
import java.util.List;
import java.util.stream.Collectors;

/** What owners' documents are for, in words. */
final class Reaches {

  private Reaches() {}

  /** The labels of something, or that something has to have. */
  static String labels(JsonNode labelled) {
    return labelled.path("labels").properties().stream()
        .map(label -> label.getKey() + ": " + label.getValue().asText())
        .collect(Collectors.joining(", "));
  }

  static String text(JsonNode reach) {
    List<String> parts =
        List.of(
            Fields.joined(reach, "applications", ", "),
            Fields.joined(reach, "environments", ", "),
            Fields.joined(reach, "services", ", "),
            labels(reach));
    String text =
        parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" in "));
    return text.isEmpty() ? "everything" : text;
  }
}
