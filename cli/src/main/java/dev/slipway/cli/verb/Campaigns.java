package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.follow.Standing;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.server.Server;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import java.time.Instant;
import java.util.List;

/** Campaigns: where to ask for them, and how they are shown. */
final class Campaigns {

  private static final String PREFIX = "c-";

  private Campaigns() {}

  /** Whether an id is one of a campaign. */
  static boolean isCampaign(String id) {
    return id.startsWith(PREFIX);
  }

  static Request get(String id) {
    return Request.get("campaigns", id);
  }

  /** Waits until a campaign has ended, or somebody has to say that it goes on. */
  static int follow(Slipway slipway, String id, Timeout timeout) {
    Server server = slipway.server();
    return slipway.follow(server, () -> Standing.ofCampaign(server.ask(get(id))), timeout.length());
  }

  /** One in short. */
  static String text(JsonNode campaign, Instant now) {
    String head =
        "%s %s: overlay/%s revision %s, started %s ago by %s; %s sent, %s came through%s%s"
            .formatted(
                Fields.text(campaign, "id"),
                Fields.text(campaign, "state"),
                Fields.text(campaign, "overlay"),
                Fields.text(campaign, "revision"),
                Ages.of(Fields.text(campaign, "startedAt"), now),
                Fields.text(campaign, "by.name"),
                Fields.text(campaign, "sent"),
                Fields.text(campaign, "through"),
                Fields.found(campaign, "pace.atOnce").map("; at once %s"::formatted).orElse(""),
                Fields.found(campaign, "pace.everySeconds")
                    .map("; every %ss"::formatted)
                    .orElse(""));
    String because =
        campaign.has("because")
            ? Visible.of("because  " + Fields.sentence(campaign, "because")) + "\n"
            : "";
    return Visible.of(head) + "\n" + because;
  }

  /** Where one goes, a line for each place. */
  static String places(JsonNode page, boolean colours) {
    List<JsonNode> items = Fields.items(page, "items");
    if (items.isEmpty()) {
      return "There is no place that it goes to.\n";
    }
    Table table = new Table("PLACE", "STAGE", "SHIPMENT", "BECAUSE");
    for (JsonNode place : items) {
      table.row(
          Fields.text(place, "application") + "/" + Fields.text(place, "environment"),
          stage(Fields.text(place, "stage")),
          Fields.found(place, "shipment").orElse(Fields.NOTHING),
          Fields.sentence(place, "because"));
    }
    return table.render(colours);
  }

  private static String stage(String stage) {
    return stage.equals("underWay") ? "under way" : stage;
  }

  /** All of them, a line each. */
  static String list(JsonNode page, Instant now, boolean colours) {
    List<JsonNode> items = Fields.items(page, "items");
    if (items.isEmpty()) {
      return "There are no campaigns.\n";
    }
    Table table =
        new Table("CAMPAIGN", "STATE", "AGE", "OVERLAY", "SENT", "THROUGH", "BY", "BECAUSE");
    for (JsonNode one : items) {
      table.row(
          Fields.text(one, "id"),
          Fields.text(one, "state"),
          Ages.of(Fields.text(one, "startedAt"), now),
          Fields.text(one, "overlay") + "@" + Fields.text(one, "revision"),
          Fields.text(one, "sent"),
          Fields.text(one, "through"),
          Fields.text(one, "by.name"),
          Fields.sentence(one, "because"));
    }
    return table.render(colours);
  }
}
