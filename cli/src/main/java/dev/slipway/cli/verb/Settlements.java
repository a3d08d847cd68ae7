package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Visible;

/** Shows what became of a command, which every wish is answered with. */
final class Settlements {

  private Settlements() {}

  /** A refused or still undecided wish does not end like a carried out one. */
  static Exit exit(JsonNode carried) {
    return "refused".equals(Fields.text(carried, "settlement")) ? Exit.OTHER : Exit.CONVERGED;
  }

  static String text(JsonNode carried, String done) {
    String because = Fields.sentence(carried, "because");
    String found =
        switch (Fields.text(carried, "settlement")) {
          case "refused" -> "Refused";
          case "pending" -> "Remembered; not decided yet";
          case "nothingFollows" -> "Nothing follows";
          default -> done;
        };
    return Visible.of(because.isEmpty() ? found + "." : found + ": " + because) + "\n";
  }
}
