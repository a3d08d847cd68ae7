package dev.slipway.engine.command;

import dev.slipway.codec.Identities;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.intake.Dispatch;
import dev.slipway.engine.intake.Pinning;
import dev.slipway.engine.layer.Overlays;
import dev.slipway.engine.rollback.Holds;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ShipmentId;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Hold;
import dev.slipway.model.state.Shipment;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A person wishes a commit in one environment of the application's route. Words such as a branch
 * become a commit once, here; where the branch goes afterwards changes nothing. The shipment
 * travels to that environment only, and waits in its turn; also for a time, if one is wished. What
 * goes at once lifts the holds that keep it away; what is for later is judged by what is held then.
 */
final class DeployRule {

  private static final Duration AHEAD_MAX = Duration.ofDays(366);

  private DeployRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.Deploy deploy, String key) {
    Optional<ApplicationState> known = d.application(deploy.application());
    if (known.isEmpty()) {
      return Settlements.refused(
          "unknown-application", "There is no application %s.".formatted(deploy.application()));
    }
    ApplicationState application = known.orElseThrow();
    ApplicationDefinition definition = application.definition();
    if (!definition.route().contains(deploy.environment())) {
      return Settlements.refused(
          "not-on-route",
          "%s is not on the route of %s, which is %s."
              .formatted(deploy.environment(), definition.name(), route(definition)));
    }
    if (definition.repository().isEmpty()) {
      return Settlements.refused(
          "no-repository", "%s has no repository to deploy from.".formatted(definition.name()));
    }
    Optional<Reason> untimely = deploy.at().flatMap(at -> untimely(d, at));
    if (untimely.isPresent()) {
      return Settlements.refused(untimely.orElseThrow());
    }
    RepositoryUrl repository = definition.repository().orElseThrow();
    return switch (Told.commit(d, new Need.CommitOf(repository, deploy.revision()))) {
      case Told.Open<Answer.Commit> _ -> Settlements.open();
      case Told.Unusable<Answer.Commit>(Reason because) -> Settlements.refused(because);
      case Told.Unavailable<Answer.Commit>(Reason because) -> tryAgain(because);
      case Told.Known<Answer.Commit> commit ->
          withCommit(d, application, repository, commit.answer(), deploy, key);
    };
  }

  private static Optional<Settlement> withCommit(
      Deliberation d,
      ApplicationState application,
      RepositoryUrl repository,
      Answer.Commit commit,
      Command.Deploy deploy,
      String key) {
    Need.SourceAt need = new Need.SourceAt(repository, commit.sha(), application.documentPath());
    return switch (Told.source(d, need)) {
      case Told.Open<Answer.Source> _ -> Settlements.open();
      case Told.Unusable<Answer.Source>(Reason because) ->
          Settlements.refused(Pinning.invalid(because.sentence()).because());
      case Told.Unavailable<Answer.Source>(Reason because) -> tryAgain(because);
      case Told.Known<Answer.Source> read ->
          switch (Pinning.of(d, application, read.answer())
              .inHarmony(d, List.of(deploy.environment()))) {
            case Pinning.Invalid(Reason because) -> Settlements.refused(because);
            case Pinning.Pinned(ApplicationDefinition pinned) ->
                ship(
                    d,
                    new Shipment(
                            Identities.shipment(d.actor(), key),
                            pinned.name(),
                            new Change(commit.sha(), commit.ref(), read.answer().artifact()),
                            pinned,
                            List.of(deploy.environment()),
                            new Shipment.MadeBy.Request(d.actor(), deploy.confirmed()),
                            deploy.force(),
                            deploy.parameters(),
                            deploy.at())
                        .from(
                            Pinning.inputs(application, commit.sha())
                                .with(
                                    Overlays.pinned(
                                        d.organisationWide(), pinned.name(), pinned.route()))));
          };
    };
  }

  private static Optional<Settlement> ship(Deliberation d, Shipment shipment) {
    ShipmentId id = shipment.id();
    if (d.world().deliveries().shipments().isMade(id)) {
      return Settlements.nothing(
          "shipment-known", "The same wish made shipment %s before.".formatted(id));
    }
    if (shipment.notBefore().isEmpty() && !lifted(d, shipment)) {
      return Settlements.open();
    }
    Dispatch.all(d, List.of(shipment));
    return Settlements.followed(
        "shipment-made",
        "Shipment %s brings %s to %s%s."
            .formatted(
                id,
                shipment.change().sha().abbreviated(),
                shipment.travel().getFirst(),
                shipment.notBefore().map(at -> ", not before " + at).orElse("")));
  }

  /** Why nobody can deploy at a time; empty when it can be done. */
  private static Optional<Reason> untimely(Deliberation d, Instant at) {
    if (!at.isAfter(d.now())) {
      return Optional.of(
          new Reason("time-over", "%s is over. Without a time it goes at once.".formatted(at)));
    }
    return at.isAfter(d.now().plus(AHEAD_MAX))
        ? Optional.of(
            new Reason(
                "too-far-ahead",
                "%s is more than %d days ahead.".formatted(at, AHEAD_MAX.toDays())))
        : Optional.empty();
  }

  /** Whoever deploys what a rollback kept away wants it; false while that is not known. */
  private static boolean lifted(Deliberation d, Shipment shipment) {
    Placement placement = new Placement(shipment.application(), shipment.travel().getFirst());
    Optional<List<Hold>> keeping = Holds.keeping(d, placement, d.placement(placement), shipment);
    keeping
        .orElseGet(List::of)
        .forEach(hold -> d.write(new HoldLifted(placement, hold.rollback(), d.actor())));
    return keeping.isPresent();
  }

  private static Optional<Settlement> tryAgain(Reason because) {
    return Settlements.refused(Settlements.unavailable(because, "Try again later."));
  }

  private static String route(ApplicationDefinition definition) {
    return definition.route().stream()
        .map(EnvironmentName::value)
        .collect(Collectors.joining(" → "));
  }
}
