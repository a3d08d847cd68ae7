package dev.slipway.views.projection;

import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.entry.CampaignEnded;
import dev.slipway.model.entry.CampaignHalted;
import dev.slipway.model.entry.CampaignResumed;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.state.Shipment;
import java.util.stream.Collectors;

/** What is told of campaigns. */
final class CampaignSentences {

  private CampaignSentences() {}

  static String of(CampaignStarted entry) {
    return "%s sends overlay/%s, revision %d, to what it concerns."
        .formatted(entry.campaign().id(), entry.campaign().overlay(), entry.campaign().revision());
  }

  static String of(CampaignHalted entry) {
    return "%s is halted, because of %s: %s"
        .formatted(entry.campaign(), entry.at(), entry.because().sentence());
  }

  static String of(CampaignResumed entry) {
    String named =
        entry.confirmed().stream()
            .map(environment -> environment.value())
            .collect(Collectors.joining(", "));
    return "%s goes on%s.".formatted(entry.campaign(), named.isEmpty() ? "" : ", also to " + named);
  }

  static String of(CampaignEnded entry) {
    return "%s ended: %s".formatted(entry.campaign(), entry.because().sentence());
  }

  static String of(CampaignWish wish) {
    return switch (wish) {
      case CampaignWish.Start it ->
          "Sending overlay/" + it.overlay() + " to what it concerns was asked for.";
      case CampaignWish.Stop it -> "Stopping " + it.campaign() + " was asked for.";
      case CampaignWish.Resume it -> "That " + it.campaign() + " goes on was asked for.";
    };
  }

  /** Which campaign a shipment belongs to. */
  static String behind(Shipment shipment) {
    return shipment.madeBy() instanceof Shipment.MadeBy.Campaign made
        ? " once more, for " + made.campaign()
        : "";
  }
}
