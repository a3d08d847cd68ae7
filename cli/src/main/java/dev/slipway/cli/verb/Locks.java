package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code slipway locks}. */
@Command(name = "locks", description = "What is locked, by whom, why, and until when.")
final class Locks implements Callable<Integer> {

  private final Slipway slipway;

  Locks(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    JsonNode page = slipway.server().list(Request.get("locks"), Slipway.WHOLE_LIST);
    return slipway.show(page, () -> table(page, slipway.now(), slipway.colours()));
  }

  private static String table(JsonNode page, Instant now, boolean colours) {
    if (Fields.items(page, "items").isEmpty()) {
      return "Nothing is locked.\n";
    }
    Table table = new Table("LOCK", "ON", "STOPS", "BY", "AGE", "UNTIL", "REASON");
    for (JsonNode lock : Fields.items(page, "items")) {
      table.row(
          Fields.text(lock, "id"),
          scope(lock),
          Fields.text(lock, "strength"),
          Fields.text(lock, "owner.name"),
          Ages.of(Fields.text(lock, "since"), now),
          Fields.found(lock, "until").orElse("released"),
          Fields.text(lock, "reason"));
    }
    return table.render(colours);
  }

  /** A line for each lock that stops everything, above whatever else is shown. */
  static String banner(JsonNode page, Instant now) {
    StringBuilder banner = new StringBuilder();
    for (JsonNode lock : Fields.items(page, "items")) {
      if (isOnEverything(lock) && !"warns".equals(Fields.text(lock, "strength"))) {
        banner
            .append(
                Visible.of(
                    "STOPPED for %s by %s: %s (slipway unlock %s)"
                        .formatted(
                            Ages.of(Fields.text(lock, "since"), now),
                            Fields.text(lock, "owner.name"),
                            Fields.text(lock, "reason"),
                            Fields.text(lock, "id"))))
            .append('\n');
      }
    }
    return banner.isEmpty() ? "" : banner.append('\n').toString();
  }

  /** A line for each lock that what comes to a place next would meet. */
  static String ahead(JsonNode page, Address.Placement at) {
    StringBuilder ahead = new StringBuilder();
    for (JsonNode lock : Fields.items(page, "items")) {
      if (covers(lock, at) && !"warns".equals(Fields.text(lock, "strength"))) {
        ahead
            .append(
                Visible.of(
                    "Nothing starts here%s: %s locked it: %s To end that: slipway unlock %s"
                        .formatted(
                            Fields.found(lock, "until").map(" until "::concat).orElse(""),
                            Fields.text(lock, "owner.name"),
                            Fields.text(lock, "reason"),
                            Fields.text(lock, "id"))))
            .append('\n');
      }
    }
    return ahead.toString();
  }

  private static boolean covers(JsonNode lock, Address.Placement at) {
    return Fields.found(lock, "scope.application")
            .filter(it -> !it.equals(at.application()))
            .isEmpty()
        && Fields.found(lock, "scope.environment")
            .filter(it -> !it.equals(at.environment()))
            .filter(it -> !ofGroup(lock).contains(at.environment()))
            .isEmpty();
  }

  /** Those of the group that it is on. */
  private static List<String> ofGroup(JsonNode lock) {
    return Fields.items(lock, "environments").stream().map(JsonNode::asText).toList();
  }

  private static boolean isOnEverything(JsonNode lock) {
    return Fields.found(lock, "scope.application").isEmpty()
        && Fields.found(lock, "scope.environment").isEmpty();
  }

  private static String scope(JsonNode lock) {
    if (isOnEverything(lock)) {
      return "everything";
    }
    String group =
        ofGroup(lock).isEmpty() ? "" : " (%s)".formatted(String.join(", ", ofGroup(lock)));
    return Fields.found(lock, "scope.application").orElse("*")
        + "/"
        + Fields.found(lock, "scope.environment").orElse("*")
        + group;
  }
}
