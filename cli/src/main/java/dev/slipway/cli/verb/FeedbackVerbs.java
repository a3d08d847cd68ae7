package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.server.Request;
import dev.slipway.cli.show.Ages;
import dev.slipway.cli.show.Fields;
import dev.slipway.cli.show.Table;
import dev.slipway.cli.show.Visible;
import dev.slipway.wire.SendFeedback;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway feedback}: what people said of pages, and saying it. */
@Command(name = "feedback", description = "What people said of pages, the newest first.")
public final class FeedbackVerbs implements Callable<Integer> {

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "25",
      description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int limit;

  private final Slipway slipway;

  public FeedbackVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    JsonNode page = slipway.server().list(Request.get("feedback"), limit);
    return slipway.show(
        page,
        () -> {
          if (Fields.items(page, "items").isEmpty()) {
            return "Nobody has said anything.\n";
          }
          Table table = new Table("FEEDBACK", "AGE", "BY", "PAGE", "VERSION", "TEXT");
          for (JsonNode one : Fields.items(page, "items")) {
            table.row(
                Fields.text(one, "id"),
                Ages.of(Fields.text(one, "at"), slipway.now()),
                Fields.text(one, "by.name"),
                Fields.text(one, "page"),
                Fields.text(one, "version"),
                Fields.text(one, "text"));
          }
          return table.render(slipway.colours());
        });
  }

  @Command(
      name = "send",
      description = "Say something of a page to the owners of the server.",
      mixinStandardHelpOptions = true)
  int send(
      @Option(
              names = "--page",
              required = true,
              paramLabel = "PATH",
              description = "The page that it is about, such as /apps/shop.")
          String page,
      @Parameters(paramLabel = "TEXT") String text) {
    JsonNode kept = slipway.server().ask(Request.post(new SendFeedback(page, text), "feedback"));
    return slipway.show(
        kept, () -> Visible.of("Kept for the owners, with its page " + page) + ".\n");
  }

  @Command(
      name = "remove",
      description = "Take out what somebody said.",
      mixinStandardHelpOptions = true)
  int remove(@Parameters(paramLabel = "FEEDBACK") String feedback) {
    JsonNode gone = slipway.server().ask(Request.delete("feedback", feedback));
    return slipway.show(gone, () -> Visible.of("Removed " + feedback) + ".\n");
  }
}
