package dev.slipway.cli.verb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.slipway.cli.Failure;
import dev.slipway.cli.server.Request;
import dev.slipway.wire.MoveRequest;
import dev.slipway.wire.PassRequest;
import dev.slipway.wire.QueueEnd;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway queue}: who waits, and giving them another order. */
@Command(name = "queue", description = "Who waits where, and for what.")
public final class QueueVerbs implements Callable<Integer> {

  @Option(names = "--app", paramLabel = "APP", description = "Only of this application.")
  private Optional<String> application = Optional.empty();

  @Option(names = "--env", paramLabel = "ENV", description = "Only in this environment.")
  private Optional<String> environment = Optional.empty();

  private final Slipway slipway;

  public QueueVerbs(Slipway slipway) {
    this.slipway = slipway;
  }

  @Override
  public Integer call() {
    Request request =
        Request.get("queue").with("application", application).with("environment", environment);
    JsonNode page = slipway.server().list(request, Slipway.WHOLE_LIST);
    return slipway.show(page, () -> Placements.queue(page, slipway.now(), slipway.colours()));
  }

  @Command(
      name = "move",
      description = "Give a shipment that waits another place in its queue.",
      mixinStandardHelpOptions = true)
  int move(
      @Parameters(
              paramLabel = "APP/ENV",
              converter = Address.OfPlacement.class,
              description = "Such as shop/staging.")
          Address.Placement at,
      @Parameters(paramLabel = "SHIPMENT", description = "Its id, as slipway queue tells it.")
          String shipment,
      @Option(names = "--first", description = "Before all others but rollbacks.") boolean first,
      @Option(names = "--last", description = "Behind all others.") boolean last,
      @Option(
              names = "--before",
              paramLabel = "SHIPMENT",
              defaultValue = "",
              description = "Right before another one that waits there.")
          String before) {
    return slipway.wish(
        Request.post(
            spot(first, last, Optional.of(before).filter(id -> !id.isEmpty())),
            "applications",
            at.application(),
            "environments",
            at.environment(),
            "queue",
            shipment,
            "move"),
        "Moved " + shipment);
  }

  private static MoveRequest spot(boolean first, boolean last, Optional<String> before) {
    long said = Stream.of(first, last, before.isPresent()).filter(it -> it).count();
    if (said != 1) {
      throw Failure.because("Where to? Say one of --first, --last and --before SHIPMENT.");
    }
    Optional<QueueEnd> end = Optional.of(first ? QueueEnd.FIRST : QueueEnd.LAST);
    return new MoveRequest(before.isPresent() ? Optional.empty() : end, before);
  }

  @Command(
      name = "remove",
      description = "Take a shipment out of a queue, so that it never starts there.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(
              paramLabel = "APP/ENV",
              converter = Address.OfPlacement.class,
              description = "Such as shop/staging.")
          Address.Placement at,
      @Parameters(paramLabel = "SHIPMENT", description = "Its id, as slipway queue tells it.")
          String shipment) {
    return slipway.wish(
        Request.delete(
            "applications", at.application(), "environments", at.environment(), "queue", shipment),
        "Removed " + shipment);
  }

  @Command(
      name = "pass",
      description = "Let a delivery start although as many roll out there as may at once.",
      mixinStandardHelpOptions = true)
  int pass(
      @Parameters(
              paramLabel = "APP/ENV#N",
              converter = Address.OfDelivery.class,
              description = "Such as shop/staging#3.")
          Address.Delivery delivery,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Why; it is recorded.")
          String reason) {
    return let("pass-limit", delivery, reason, delivery + " may pass the limit");
  }

  @Command(
      name = "go-on",
      description = "Let what waits behind a failed delivery go on without anything in its place.",
      mixinStandardHelpOptions = true)
  int goOn(
      @Parameters(
              paramLabel = "APP/ENV#N",
              converter = Address.OfDelivery.class,
              description = "The delivery that failed, such as shop/staging#7.")
          Address.Delivery failed,
      @Option(
              names = "--reason",
              paramLabel = "TEXT",
              defaultValue = "",
              description = "Why; it is recorded.")
          String reason) {
    return let("pass-failure", failed, reason, "What waited behind " + failed + " goes on");
  }

  private int let(String what, Address.Delivery delivery, String reason, String done) {
    PassRequest body = new PassRequest(Optional.of(reason).filter(text -> !text.isEmpty()));
    return slipway.wish(Deliveries.wish(delivery, what, body), done);
  }
}
