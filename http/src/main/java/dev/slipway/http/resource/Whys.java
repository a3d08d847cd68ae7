package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Explained;
import dev.slipway.http.show.Guardrails;
import dev.slipway.loop.door.Explanations;
import dev.slipway.loop.door.Origins;
import dev.slipway.model.CampaignId;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.Scope;
import dev.slipway.model.TargetId;
import dev.slipway.model.state.Shipment;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.views.row.PushRow;
import dev.slipway.wire.Explanation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Why things are as they are, and where values came from. */
public final class Whys {

  /** So many pushes that shipped nothing are told. */
  private static final int UNSHIPPED_MAX = 3;

  private final Doors doors;

  public Whys(Doors doors) {
    this.doors = doors;
  }

  public Answer why(Call call) {
    Placement placement = Placements.placement(call);
    Reading reading = new Reading(doors, call);
    PlacementRow row = reading.get(Tables.PLACEMENTS, placement.toString());
    Explanations.Explained why = doors.explanations().why(call.organisation(), placement);
    return Answer.ok(
        Guardrails.why(
            with(keyless(call, placement), why),
            campaign(reading, row),
            unshipped(reading, placement),
            reading.shown()));
  }

  /** What was pushed since a trigger shipped something last. */
  private static List<PushRow> unshipped(Reading reading, Placement placement) {
    Query newest = Query.first(UNSHIPPED_MAX).where("application", placement.application().value());
    return reading.list(Tables.PUSHES, newest).rows().stream()
        .takeWhile(row -> !row.isShipped())
        .toList();
  }

  /** The campaign that sends what is on its way, or else sent what is in force. */
  private static Optional<CampaignId> campaign(Reading reading, PlacementRow row) {
    return row.active()
        .or(() -> row.inForce().map(PlacementRow.InForce::number))
        .map(number -> new DeliveryId(row.placement(), number))
        .flatMap(id -> reading.find(Tables.DELIVERIES, id.toString()))
        .flatMap(delivery ->
            delivery.madeBy() instanceof Shipment.MadeBy.Campaign made
                ? Optional.of(made.campaign())
                : Optional.empty());
  }

  /** Agents without the key of their environment hold up what is on its way there. */
  private static Explanations.Explained with(List<TargetId> keyless, Explanations.Explained why) {
    if (why.delivery().isEmpty() || keyless.isEmpty()) {
      return why;
    }
    Reason because =
        new Reason(
            "secret-key-awaited",
            "%s waits for the key that secrets of %s are sealed to. Another agent there that has it hands it over as soon as it is present."
                .formatted(keyless.getFirst(), keyless.getFirst().environment()));
    return new Explanations.Explained(
        why.because(),
        why.delivery(),
        Stream.concat(
                why.unmet().stream(),
                Stream.of(new Explanations.Unmet("secrets", because, Optional.empty(), List.of())))
            .toList(),
        why.earliest());
  }

  private List<TargetId> keyless(Call call, Placement placement) {
    return doors.sealed().waiting(call.organisation(), placement.environment());
  }

  /** The values of a placement at a path; with `of=documents` as they would be delivered now. */
  public Answer explain(Call call) {
    Placement placement = Placements.placement(call);
    Reading reading = new Reading(doors, call);
    if (!reading.maySee(new Scope.OfPlacement(placement))) {
      throw Refusal.notFound();
    }
    Optional<String> path = call.query("path", text -> text);
    Origins.Compiled compiled = compiled(call, placement).orElseThrow(Refusal::notFound);
    Explanation explanation = new Explained(reading.shown()).explanation(placement, compiled, path);
    path.filter(_ -> explanation.values().isEmpty())
        .ifPresent(asked -> {
          throw Refusal.of(404, "unknown-value", noSuch(asked, compiled));
        });
    return Answer.ok(explanation);
  }

  private static String noSuch(String asked, Origins.Compiled compiled) {
    return Explained.nearest(asked, compiled)
        .map(
            "There is no such value. Did you mean %s? Without a path, all that there are are listed."
                ::formatted)
        .orElse("There is no such value. Without a path, all that there are are listed.");
  }

  private Optional<Origins.Compiled> compiled(Call call, Placement placement) {
    boolean documents = call.query("of", Of::parse).filter(Of.DOCUMENTS::equals).isPresent();
    return documents
        ? doors.origins().documents(call.organisation(), placement)
        : doors.origins().compiled(call.organisation(), placement);
  }

  /** Which values are meant. */
  private enum Of {
    FORCE,
    DOCUMENTS;

    static Of parse(String text) {
      return switch (text) {
        case "force" -> FORCE;
        case "documents" -> DOCUMENTS;
        default -> throw new IllegalArgumentException("It is force or documents.");
      };
    }
  }
}
