package dev.slipway.engine.intake;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.intake.Firing.Cargo;
import dev.slipway.engine.intake.HeadReading.Move;
import dev.slipway.engine.rollout.Onlookers;
import dev.slipway.engine.trigger.News;
import dev.slipway.engine.trigger.TriggerRule;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.Sha;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.TriggerDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;

/**
 * What a moved head means to one application.
 *
 * <pre>
 *   the branch that defines it  → its definition is read; a valid one is in force from now on, and
 *                                 judges this very move; with an invalid one nothing is shipped
 *   any other ref               → the triggers in force judge; only when one matches, the commit is
 *                                 read, and brings its own services
 * </pre>
 */
final class MoveRule {

  private MoveRule() {}

  /** What became of it. */
  sealed interface Outcome {
    record Open() implements Outcome {}

    record Judged(List<Shipment> shipments) implements Outcome {}

    record Unavailable(Reason because) implements Outcome {}
  }

  static Outcome judge(Deliberation d, ApplicationName name, Move move) {
    ApplicationState application = d.application(name).orElseThrow();
    List<TriggerDefinition> triggers = application.definition().triggers();
    if (move.sha().isEmpty()) {
      News gone = new News.Gone(move.ref());
      Firing.skip(d, name, triggers, t -> TriggerRule.judge(t, gone).because());
      return new Outcome.Judged(List.of());
    }
    News news = new News.Moved(move.ref());
    if (!application.tracks(move.ref()) && !Firing.anyMatches(triggers, news)) {
      Firing.skip(d, name, triggers, t -> TriggerRule.judge(t, news).because());
      return new Outcome.Judged(List.of());
    }
    Sha sha = move.sha().orElseThrow();
    Need.SourceAt need = new Need.SourceAt(move.repository(), sha, application.documentPath());
    return switch (Told.source(d, need)) {
      case Told.Open<Answer.Source> _ -> new Outcome.Open();
      case Told.Unavailable<Answer.Source>(Reason because) -> new Outcome.Unavailable(because);
      case Told.Unusable<Answer.Source>(Reason because) ->
          invalid(d, application, Pinning.invalid(because.sentence()).because());
      case Told.Known<Answer.Source> read ->
          read(
              d,
              application,
              move,
              new Change(sha, Optional.of(move.ref()), read.answer().artifact()),
              read.answer());
    };
  }

  private static Outcome read(
      Deliberation d,
      ApplicationState application,
      Move move,
      Change change,
      Answer.Source source) {
    ApplicationDefinition inForce = application.definition();
    boolean tracked = application.tracks(move.ref());
    Pinning pinning =
        tracked
            ? Pinning.own(d, inForce.name(), inForce.repository(), source)
            : Pinning.of(d, application, source);
    News news = new News.Moved(move.ref());
    return switch (pinning.inHarmony(d)) {
      case Pinning.Invalid(Reason because) -> invalid(d, application, because);
      case Pinning.Pinned(ApplicationDefinition pinned) -> {
        if (tracked && !pinned.equals(inForce)) {
          adopt(d, application, pinned, change.sha());
        }
        Cargo cargo =
            new Cargo(
                change,
                pinned,
                Pinning.inputs(application, change.sha()),
                trigger ->
                    Identities.shipment(
                        pinned.name(), trigger, move.repository(), move.ref(), move.n()));
        yield new Outcome.Judged(Firing.fire(d, news, pinned.triggers(), cargo));
      }
    };
  }

  /** A commit on the branch that defines the application defines it anew. */
  private static void adopt(
      Deliberation d, ApplicationState application, ApplicationDefinition definition, Sha sha) {
    d.write(
        new ApplicationDefined(
            definition, new Origin.Commit(sha), application.branch(), application.path()));
    Implied.environments(d, definition);
    Onlookers.look(d, Optional.of(application.definition()), definition);
  }

  /** The definition in force stays in force, and nothing of this commit is shipped. */
  private static Outcome invalid(Deliberation d, ApplicationState application, Reason because) {
    ApplicationDefinition inForce = application.definition();
    Firing.skip(d, inForce.name(), inForce.triggers(), trigger -> because);
    return new Outcome.Judged(List.of());
  }
}
