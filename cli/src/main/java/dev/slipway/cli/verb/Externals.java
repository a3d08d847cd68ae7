package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import java.time.Instant;
import java.util.Optional;

/** What other tools deployed, as text. */
final class Externals {

  private Externals() {}

  /** Every one of a page; empty text where there is none. */
  static String table(JsonNode page, Instant now, boolean colours) {
    if (Fields.items(page, "items").isEmpty()) {
      return "";
    }
    Table table = new Table("EXTERNAL", "STATE", "COMMIT", "RECORDED BY", "ENDED", "READ ABOUT IT");
    for (JsonNode one : Fields.items(page, "items")) {
      table.row(
          run(one),
          Fields.text(one, "outcome"),
          Fields.sha(one, "sha"),
          Fields.text(one, "recordedBy.name"),
          Ages.of(Fields.text(one, "endedAt"), now),
          Fields.text(one, "url"));
    }
    return table.render(colours);
  }

  /** What other tools brought to a placement last, in a few words; empty where they did not. */
  static Optional<String> brief(JsonNode placement) {
    JsonNode last = placement.path("external").path("last");
    return last.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            "external: %s %s with %s"
                .formatted(run(last), Fields.text(last, "outcome"), Fields.sha(last, "sha")));
  }

  /** The same in a sentence, with what it means where Slipway keeps something too. */
  static Optional<String> line(JsonNode placement, String address, Instant now) {
    return brief(placement)
        .map(brief ->
            "%s, as was recorded; it ended %s ago.%s"
                .formatted(
                    brief,
                    Ages.of(Fields.text(placement, "external.last.endedAt"), now),
                    Fields.found(placement, "inForce.number")
                        .map(number ->
                            " Slipway keeps %s as #%s says all the same."
                                .formatted(address, number))
                        .orElse("")));
  }

  private static String run(JsonNode one) {
    return Fields.text(one, "tool") + " " + Fields.text(one, "id");
  }
}
