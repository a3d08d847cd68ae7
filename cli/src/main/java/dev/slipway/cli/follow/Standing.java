package dev.slipway.cli.follow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.slipway.cli.Exit;
import dev.slipway.cli.show.Fields;
import java.util.List;
import java.util.Optional;

/**
 * How far something has come.
 *
 * @param answer the API's answer that says so
 * @param end how it ended; absent while it has not
 * @param percent 0 to 100
 * @param sentence for people
 */
public record Standing(JsonNode answer, Optional<Exit> end, int percent, String sentence) {

  private static final int DONE = 100;

  /** How far a delivery has come, from its detail. */
  public static Standing ofDelivery(JsonNode detail) {
    JsonNode delivery = detail.path("delivery");
    String state = Fields.text(delivery, "state");
    int steps = delivery.path("steps").asInt();
    int percent = steps == 0 ? 0 : DONE * delivery.path("step").asInt() / steps;
    String sentence =
        "%s %s%s%s"
            .formatted(
                Fields.text(delivery, "id"),
                state,
                because(delivery),
                Fields.found(delivery, "wayOut").map(way -> " To go on: " + way).orElse(""));
    return switch (state) {
      case "settled" -> new Standing(detail, Optional.of(Exit.CONVERGED), DONE, sentence);
      case "failed" -> new Standing(detail, Optional.of(Exit.FAILED), percent, sentence);
      case "cancelled", "superseded" ->
          new Standing(detail, Optional.of(Exit.OTHER), percent, sentence);
      default -> new Standing(detail, Optional.empty(), Math.min(percent, DONE - 1), sentence);
    };
  }

  /**
   * Of a delivery that is still to be made.
   *
   * @param unshipped of the newest push, why it is none
   */
  public static Standing toCome(String delivery, Optional<String> unshipped) {
    return new Standing(
        MissingNode.getInstance(),
        Optional.empty(),
        0,
        delivery + " is not made yet" + unshipped.map(". "::concat).orElse(""));
  }

  /** How far a shipment has come at one environment of its way. */
  public static Standing ofStop(JsonNode shipment, String environment) {
    for (JsonNode stop : Fields.items(shipment, "stops")) {
      if (environment.equals(Fields.text(stop, "environment"))) {
        return atStop(shipment, stop);
      }
    }
    return new Standing(
        shipment,
        Optional.of(Exit.OTHER),
        0,
        "%s does not travel to %s".formatted(Fields.text(shipment, "id"), environment));
  }

  /** How far a shipment has come on all its way. */
  public static Standing ofShipment(JsonNode shipment) {
    String state = Fields.text(shipment, "state");
    long stops = Fields.items(shipment, "stops").size();
    long arrived =
        Fields.items(shipment, "stops").stream()
            .filter(stop -> "arrived".equals(Fields.text(stop, "state")))
            .count();
    int percent = stops == 0 ? 0 : (int) (DONE * arrived / stops);
    String sentence = Fields.text(shipment, "id") + " " + state;
    return new Standing(shipment, end(state), percent, sentence);
  }

  /** How far all that goes as one has come. */
  public static Standing ofSet(JsonNode set) {
    String state = Fields.text(set, "state");
    List<JsonNode> stops =
        Fields.items(set, "members").stream()
            .flatMap(member -> Fields.items(member, "stops").stream())
            .toList();
    long arrived =
        stops.stream().filter(stop -> "arrived".equals(Fields.text(stop, "state"))).count();
    int percent = stops.isEmpty() ? 0 : (int) (DONE * arrived / stops.size());
    String sentence = "%s %s%s".formatted(Fields.text(set, "id"), state, because(set));
    Optional<Exit> end =
        switch (state) {
          case "settled" -> Optional.of(Exit.CONVERGED);
          case "failed" -> Optional.of(Exit.FAILED);
          case "cancelled" -> Optional.of(Exit.OTHER);
          default -> Optional.empty();
        };
    return new Standing(set, end, percent, sentence);
  }

  /** How far a change of an overlay has come; one that is halted goes on by nobody but a person. */
  public static Standing ofCampaign(JsonNode campaign) {
    String state = Fields.text(campaign, "state");
    int sent = campaign.path("sent").asInt();
    int through = campaign.path("through").asInt();
    String sentence =
        "%s %s, %d of %d sent came through%s"
            .formatted(Fields.text(campaign, "id"), state, through, sent, because(campaign));
    Optional<Exit> end =
        switch (state) {
          case "settled" -> Optional.of(Exit.CONVERGED);
          case "halted" -> Optional.of(Exit.FAILED);
          case "stopped", "replaced" -> Optional.of(Exit.OTHER);
          default -> Optional.empty();
        };
    return new Standing(campaign, end, state.equals("settled") ? DONE : 0, sentence);
  }

  private static Standing atStop(JsonNode shipment, JsonNode stop) {
    String state = Fields.text(stop, "state");
    String sentence =
        "%s/%s%s %s%s%s"
            .formatted(
                Fields.text(shipment, "application"),
                Fields.text(stop, "environment"),
                Fields.found(stop, "number").map(number -> "#" + number).orElse(""),
                state,
                because(stop),
                Fields.found(stop, "supersededBy").map(by -> " by " + by).orElse(""));
    Optional<Exit> end = end(state);
    return new Standing(
        shipment, end, end.equals(Optional.of(Exit.CONVERGED)) ? DONE : 0, sentence);
  }

  private static Optional<Exit> end(String state) {
    return switch (state) {
      case "arrived" -> Optional.of(Exit.CONVERGED);
      case "failed", "stopped" -> Optional.of(Exit.FAILED);
      case "superseded" -> Optional.of(Exit.OTHER);
      default -> Optional.empty();
    };
  }

  private static String because(JsonNode node) {
    String sentence = Fields.sentence(node, "because");
    return sentence.isEmpty() ? "" : ": " + sentence;
  }
}
