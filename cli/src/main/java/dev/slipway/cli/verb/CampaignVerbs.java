package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.wire.CampaignPace;
import dev.slipway.wire.CampaignRequest;
import dev.slipway.wire.CampaignResumeRequest;
import dev.slipway.wire.CampaignStopRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway campaign …}: changes of overlays that are sent to what they concern. */
@Command(
    name = "campaign",
    description = "Campaigns: changes of overlays that are sent to what they concern.",
    synopsisSubcommandLabel = "VERB")
public final class CampaignVerbs {

  private final Slipway slipway;

  public CampaignVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Command(name = "list", description = "All of them.", mixinStandardHelpOptions = true)
  int list() {
    JsonNode page = slipway.server().list(Request.get("campaigns"), Slipway.WHOLE_LIST);
    return slipway.show(page, () -> Campaigns.list(page, slipway.now(), slipway.colours()));
  }

  @Command(
      name = "show",
      description = "One of them, and how far it has come at each place.",
      mixinStandardHelpOptions = true)
  int show(
      @Parameters(paramLabel = "CAMPAIGN", description = "As slipway campaign list tells it.")
          String id) {
    JsonNode one = slipway.server().ask(Campaigns.get(id));
    return slipway.show(
        one,
        () ->
            Campaigns.text(one, slipway.now())
                + "\n"
                + Campaigns.places(
                    slipway
                        .server()
                        .list(Request.get("campaigns", id, "places"), Slipway.WHOLE_LIST),
                    slipway.colours()));
  }

  @Command(
      name = "start",
      description = {
        "Send an overlay to all that it concerns and that has other values in force: step by step,",
        "with the commit that is in force there."
      },
      mixinStandardHelpOptions = true)
  int start(
      @Parameters(paramLabel = "overlay/NAME", description = "Such as overlay/cost-caps.")
          String what,
      @Option(
              names = "--at-once",
              paramLabel = "N|P%|all",
              description =
                  "How many may be under way at once. One first unless told, and then never more"
                      + " than have come through.")
          Optional<String> atOnce,
      @Option(
              names = "--every",
              paramLabel = "TIME",
              description = "The least time between two starts, such as 10m.")
          Optional<Duration> every,
      @Option(
              names = "--confirm",
              paramLabel = "ENV",
              split = ",",
              description = "Name an environment that is protected; elsewhere it goes anyway.")
          List<String> confirm,
      @Option(
              names = "--dry-run",
              description = "Only tell where it would go, in which order, and what would wait.")
          boolean dryRun) {
    String overlay = overlay(what);
    if (dryRun) {
      JsonNode page =
          slipway.server().list(Request.get("overlays", overlay, "places"), Slipway.WHOLE_LIST);
      return slipway.show(page, () -> Campaigns.places(page, slipway.colours()));
    }
    CampaignRequest body =
        new CampaignRequest(
            Optional.of(new CampaignPace(atOnce, every.map(Duration::toSeconds))), named(confirm));
    return slipway.wish(Request.post(body, "overlays", overlay, "campaigns"), "Started");
  }

  @Command(
      name = "stop",
      description = "Have one start nothing any more; what is under way ends as it ends.",
      mixinStandardHelpOptions = true)
  int stop(
      @Parameters(paramLabel = "CAMPAIGN", description = "As slipway campaign list tells it.")
          String id,
      @Option(names = "--reason", paramLabel = "TEXT", description = "Shown to all.")
          Optional<String> reason) {
    return slipway.wish(
        Request.post(new CampaignStopRequest(reason), "campaigns", id, "stop"), "Stopped");
  }

  @Command(
      name = "resume",
      description = "Let one that was halted go on; it tries again where something failed.",
      mixinStandardHelpOptions = true)
  int resume(
      @Parameters(paramLabel = "CAMPAIGN", description = "As slipway campaign list tells it.")
          String id,
      @Option(
              names = "--confirm",
              paramLabel = "ENV",
              split = ",",
              description = "Name an environment that is protected, so that it goes there too.")
          List<String> confirm) {
    return slipway.wish(
        Request.post(new CampaignResumeRequest(named(confirm)), "campaigns", id, "resume"),
        "Resumed");
  }

  /** Nothing was named where the option is not on the line. */
  private static Optional<List<String>> named(List<String> confirm) {
    return Optional.ofNullable(confirm).filter(names -> !names.isEmpty());
  }

  private static String overlay(String what) {
    return Address.Owned.parse(what)
        .filter(owned -> owned.kind().equals("overlay"))
        .map(Address.Owned::name)
        .orElseThrow(
            () -> Failure.because("'%s' is not written like overlay/cost-caps.".formatted(what)));
  }
}
