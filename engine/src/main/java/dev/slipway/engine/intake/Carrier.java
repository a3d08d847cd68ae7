package dev.slipway.engine.intake;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.Images;
import dev.slipway.engine.fold.PlacementState;
import dev.slipway.engine.fold.ShipmentState;
import dev.slipway.engine.guardrail.Together;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.Sha;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which commit brings an image somewhere. */
sealed interface Carrier {

  /** The source has to be asked first. */
  record Open() implements Carrier {}

  record None(Reason because) implements Carrier {}

  /**
   * A commit.
   *
   * @param given what parameters are that follow no image
   */
  record Commit(
      Change change, ApplicationDefinition definition, Inputs inputs, Map<String, String> given)
      implements Carrier {}

  /**
   * The commit that is there or on its way there, with what it was given; where that does not
   * follow these images, or nothing is there yet, the one that defines the application.
   */
  static Carrier of(
      Deliberation d, ApplicationState application, List<ImageMoved> moves, EnvironmentName start) {
    List<ImageSource> sources = moves.stream().map(ImageMoved::source).toList();
    Carrier carrier =
        latest(d, new Placement(application.definition().name(), start))
            .filter(shipment -> Images.followed(shipment.definition()).containsAll(sources))
            .<Carrier>map(shipment -> again(application, shipment))
            .orElseGet(() -> defining(d, application));
    return carrier instanceof Commit commit
        ? switch (new Pinning.Pinned(commit.definition()).inHarmony(d)) {
          case Pinning.Invalid(Reason because) -> new None(because);
          case Pinning.Pinned _ -> commit;
        }
        : carrier;
  }

  /** What goes there at last, of what is in force, rolled out and waiting; nothing that is held. */
  private static Optional<Shipment> latest(Deliberation d, Placement at) {
    PlacementState placement = d.placement(at);
    Stream<ShipmentId> coming =
        Stream.concat(
            placement.queue().stream()
                .filter(queued -> queued.held().isEmpty())
                .map(PlacementState.Queued::shipment),
            placement.active().stream().map(rollout -> rollout.delivery().shipment()));
    return Stream.concat(
            placement.inForce().flatMap(PlacementState.InForce::shipment).stream(),
            coming.flatMap(id -> d.world().deliveries().shipments().travelling(id).stream()))
        .filter(state -> state.isDueAt(d.now()))
        .max(ShipmentState.BY_AGE)
        .map(ShipmentState::shipment);
  }

  private static Commit again(ApplicationState application, Shipment shipment) {
    ApplicationDefinition inForce = application.definition();
    ApplicationDefinition own = shipment.definition();
    Map<String, String> given = new TreeMap<>(shipment.parameters());
    own.parameters().stream()
        .flatMap(List::stream)
        .filter(one -> one.follows().isPresent())
        .map(ParameterDefinition::name)
        .forEach(given::remove);
    return new Commit(
        shipment.change(),
        own.travellingAs(inForce).with(Together.of(inForce.guardrails(), own.spelledOut())),
        shipment.inputs().orElseGet(() -> Pinning.inputs(application)),
        given);
  }

  private static Carrier defining(Deliberation d, ApplicationState application) {
    Optional<RepositoryUrl> repository = application.definition().repository();
    if (repository.isEmpty() || !(application.origin() instanceof Origin.Commit(Sha sha))) {
      return new None(
          new Reason(
              "nothing-there",
              "Nothing was delivered there that the image could go with; deploy it once."));
    }
    Need.SourceAt need =
        new Need.SourceAt(repository.orElseThrow(), sha, application.documentPath());
    return switch (Told.source(d, need)) {
      case Told.Open<Answer.Source> _ -> new Open();
      case Told.Unavailable<Answer.Source>(Reason because) -> {
        d.askAgain(need, Settlements.unavailable(because, "It is asked again."));
        yield new Open();
      }
      case Told.Unusable<Answer.Source>(Reason because) ->
          new None(Pinning.invalid(because.sentence()).because());
      case Told.Known<Answer.Source> read ->
          switch (Pinning.of(d, application, read.answer())) {
            case Pinning.Invalid(Reason because) -> new None(because);
            case Pinning.Pinned(ApplicationDefinition pinned) ->
                new Commit(
                    new Change(sha, application.branch(), read.answer().artifact()),
                    pinned,
                    Pinning.inputs(application, sha),
                    Map.of());
          };
    };
  }
}
