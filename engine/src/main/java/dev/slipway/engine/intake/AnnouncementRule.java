package dev.slipway.engine.intake;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.intake.Firing.Cargo;
import dev.slipway.engine.trigger.News;
import dev.slipway.engine.trigger.TriggerRule;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.event.Event;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A trusted sender announced a commit of an application; its triggers for announcements judge by
 * the type. The same source and id make the same shipment, however often they are sent. Nothing
 * else would ever bring the news again, so it waits for as long as the source cannot be asked.
 */
public final class AnnouncementRule {

  private AnnouncementRule() {}

  public static Optional<Settlement> decide(Deliberation d, Event.Announced event) {
    Optional<ApplicationState> known = d.application(event.application());
    if (known.isEmpty()) {
      return Settlements.nothing(
          "unknown-application", "There is no application %s.".formatted(event.application()));
    }
    ApplicationState application = known.orElseThrow();
    Optional<RepositoryUrl> repository = application.definition().repository();
    if (repository.isEmpty()) {
      return Settlements.nothing(
          "no-repository", "%s has no repository.".formatted(event.application()));
    }
    News news = new News.Announced(event.type());
    List<TriggerDefinition> triggers = application.definition().triggers();
    if (event.ref().filter(ref -> !ref.isAutomatable()).isPresent()) {
      return skipped(d, application, t -> notAutomatable(event));
    }
    if (!Firing.anyMatches(triggers, news)) {
      return skipped(d, application, t -> TriggerRule.judge(t, news).because());
    }
    Need.SourceAt need =
        new Need.SourceAt(repository.orElseThrow(), event.sha(), application.documentPath());
    return switch (Told.source(d, need)) {
      case Told.Open<Answer.Source> _ -> Settlements.open();
      case Told.Unavailable<Answer.Source>(Reason because) -> {
        d.askAgain(need, Settlements.unavailable(because, "It is asked again."));
        yield Settlements.open();
      }
      case Told.Unusable<Answer.Source>(Reason because) ->
          skipped(d, application, t -> Pinning.invalid(because.sentence()).because());
      case Told.Known<Answer.Source> read ->
          switch (Pinning.of(d, application, read.answer())
              .inHarmony(d, application.definition().route())) {
            case Pinning.Invalid(Reason because) -> skipped(d, application, t -> because);
            case Pinning.Pinned(ApplicationDefinition pinned) ->
                fire(d, event, pinned, Pinning.inputs(application, event.sha()), read.answer());
          };
    };
  }

  private static Optional<Settlement> fire(
      Deliberation d,
      Event.Announced event,
      ApplicationDefinition pinned,
      Inputs inputs,
      Answer.Source source) {
    Cargo cargo =
        new Cargo(
            new Change(event.sha(), event.ref(), source.artifact()),
            pinned,
            inputs,
            trigger -> Identities.shipment(pinned.name(), trigger, event.source(), event.id()));
    List<Shipment> shipments =
        Firing.fire(d, new News.Announced(event.type()), pinned.triggers(), cargo);
    Dispatch.all(d, shipments);
    return Settlements.followed("announced", "Shipments made: %d.".formatted(shipments.size()));
  }

  private static Optional<Settlement> skipped(
      Deliberation d, ApplicationState application, Function<TriggerDefinition, Reason> because) {
    ApplicationDefinition definition = application.definition();
    Firing.skip(d, definition.name(), definition.triggers(), because);
    return Settlements.followed(
        "no-trigger-matched", "No trigger of %s ships it.".formatted(definition.name()));
  }

  private static Reason notAutomatable(Event.Announced event) {
    return new Reason(
        "ref-not-automatable",
        "%s is shown, never acted upon.".formatted(event.ref().orElseThrow()));
  }
}
