package dev.slipway.engine.intake;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.intake.Firing.Cargo;
import dev.slipway.engine.trigger.News;
import dev.slipway.engine.trigger.TriggerRule;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.TriggerName;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.ParameterDefinition;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.entry.ImageMoved;
import dev.slipway.model.entry.TriggerEvaluated.Verdict;
import dev.slipway.model.image.ImageSource;
import dev.slipway.model.state.Shipment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What images that moved mean to one application. A trigger for images that matches ships the
 * commit that is where it goes first, or on its way there, with these images; so no commit gets
 * anywhere because of an image.
 */
final class ImageRule {

  private ImageRule() {}

  /** The shipments that are to be sent; nothing of it counts while something has to be asked. */
  static List<Shipment> judge(Deliberation d, ApplicationName name, List<ImageMoved> all) {
    ApplicationState application = d.application(name).orElseThrow();
    ApplicationDefinition definition = application.definition();
    List<ImageMoved> moves = all.stream().filter(move -> move.application().equals(name)).toList();
    List<ImageSource> sources = moves.stream().map(ImageMoved::source).toList();
    News news = new News.ImagesMoved(following(definition, sources));
    Map<EnvironmentName, List<TriggerDefinition>> byStart = new LinkedHashMap<>();
    for (TriggerDefinition trigger : definition.triggers()) {
      List<EnvironmentName> travel = Firing.travel(trigger, definition);
      if (TriggerRule.judge(trigger, news) instanceof Verdict.Skipped(Reason because)) {
        Firing.skip(d, name, List.of(trigger), _ -> because);
      } else if (travel.isEmpty()) {
        Firing.skip(d, name, List.of(trigger), _ -> NOWHERE);
      } else {
        byStart.computeIfAbsent(travel.getFirst(), _ -> new ArrayList<>()).add(trigger);
      }
    }
    List<Shipment> shipments = new ArrayList<>();
    byStart.forEach(
        (start, triggers) -> shipments.addAll(fire(d, application, news, moves, start, triggers)));
    return shipments;
  }

  private static final Reason NOWHERE =
      new Reason("not-on-route", "None of its environments is on the route.");

  private static List<Shipment> fire(
      Deliberation d,
      ApplicationState application,
      News news,
      List<ImageMoved> moves,
      EnvironmentName start,
      List<TriggerDefinition> triggers) {
    ApplicationName name = application.definition().name();
    return switch (Carrier.of(d, application, moves, start)) {
      case Carrier.Open _ -> List.of();
      case Carrier.None(Reason because) -> {
        Firing.skip(d, name, triggers, _ -> because);
        yield List.of();
      }
      case Carrier.Commit carrier ->
          Firing.fire(
              d,
              news,
              triggers,
              new Cargo(
                  carrier.change(),
                  carrier.definition(),
                  carrier.inputs(),
                  carrier.given(),
                  trigger -> identity(name, trigger, moves)));
    };
  }

  private static ShipmentId identity(
      ApplicationName name, TriggerName trigger, List<ImageMoved> moves) {
    return Identities.shipmentOfImages(
        name,
        trigger,
        moves.stream()
            .map(move -> "%s %d %s".formatted(move.source(), move.n(), move.digest()))
            .sorted()
            .toList());
  }

  private static List<String> following(
      ApplicationDefinition definition, List<ImageSource> sources) {
    return definition.parameters().stream()
        .flatMap(List::stream)
        .filter(one -> one.follows().filter(sources::contains).isPresent())
        .map(ParameterDefinition::name)
        .toList();
  }
}
