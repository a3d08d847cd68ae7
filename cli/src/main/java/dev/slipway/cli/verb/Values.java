package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Values with where they came from, for people. */
final class Values {

  private static final String SHA256 = "sha256:";
  private static final int DIGITS = 10;

  private Values() {}

  /** One value, and everything that is known of it. */
  static String one(JsonNode value, String whose) {
    List<String> lines = new ArrayList<>();
    lines.add("%s = %s".formatted(Fields.text(value, "path"), told(value, "value")));
    lines.add("  " + whose);
    lines.add("  set by    " + where(value.path("source")));
    lines.add("  owner     " + Fields.text(value, "source.owner"));
    for (JsonNode other : Fields.items(value, "overrode")) {
      lines.add(
          "  overrode  %s from %s".formatted(told(other, "value"), where(other.path("source"))));
    }
    for (JsonNode limit : Fields.items(value, "limits")) {
      lines.add(
          "  limited   to %s by %s, owner %s"
              .formatted(
                  told(limit, "allowed"),
                  where(limit.path("source")),
                  Fields.text(limit, "source.owner")));
    }
    lines.add("  changed by " + Fields.text(value, "change"));
    return lined(lines);
  }

  /** Every value, one a line. */
  static String all(List<JsonNode> values, String whose, boolean colours) {
    Table table = new Table("PATH", "VALUE", "SET BY", "INSTEAD OF");
    for (JsonNode value : values) {
      table.row(
          Fields.text(value, "path"),
          told(value, "value"),
          where(value.path("source")),
          instead(value));
    }
    return lined(List.of(whose)) + "\n" + table.render(colours);
  }

  /** What variables hold is not told. */
  private static String told(JsonNode said, String field) {
    return Fields.found(said, field).orElse(Differences.NOT_TOLD);
  }

  private static String instead(JsonNode value) {
    return String.join(
        "; ",
        Fields.items(value, "overrode").stream()
            .map(other -> "%s from %s".formatted(told(other, "value"), where(other.path("source"))))
            .toList());
  }

  /** Such as {@code application/shop at 1a2b3c4d5e, line 7}. */
  static String where(JsonNode source) {
    return Fields.found(source, "document")
        .map(document -> document + revision(source) + place(source))
        .orElse("Slipway");
  }

  private static String revision(JsonNode source) {
    return Stream.of(
            Fields.found(source, "revision").map(number -> "revision " + number),
            Fields.found(source, "origin.sha").map(_ -> Fields.sha(source, "origin.sha")),
            Fields.found(source, "origin.document").map(Values::digest))
        .flatMap(found -> found.stream())
        .findFirst()
        .map(revision -> " at " + revision)
        .orElse("");
  }

  private static String digest(String document) {
    String hex = document.startsWith(SHA256) ? document.substring(SHA256.length()) : document;
    return hex.length() > DIGITS ? hex.substring(0, DIGITS) : hex;
  }

  private static String place(JsonNode source) {
    return Fields.found(source, "within").map(part -> ", " + part).orElse("")
        + Fields.found(source, "line").map(line -> ", line " + line).orElse("");
  }

  private static String lined(List<String> lines) {
    return String.join("\n", lines.stream().map(Visible::of).toList()) + "\n";
  }
}
