package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.intake.Pinning;
import dev.slipway.engine.layer.Overlays;
import dev.slipway.engine.layer.Unsealed;
import dev.slipway.engine.rollback.Holds;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.HoldLifted;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.need.Answer;
import dev.slipway.model.need.Need;
import dev.slipway.model.state.Change;
import dev.slipway.model.state.Hold;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person's words for a commit come to: words such as a branch become a commit once, here;
 * where the branch goes afterwards changes nothing.
 */
sealed interface Loading {

  /** The source has to be asked first. */
  record Open() implements Loading {}

  /**
   * It cannot be taken.
   *
   * @param because the first reason, which stands for all
   * @param all every reason that is known
   */
  record Refused(Reason because, List<Reason> all) implements Loading {
    public Refused {
      all = List.copyOf(all);
    }

    Refused(Reason because) {
      this(because, List.of(because));
    }
  }

  /** The commit, and what it defines. */
  record Loaded(ApplicationDefinition definition, Change change, Inputs inputs)
      implements Loading {}

  /** Reads what an application would bring to some environments of its route. */
  static Loading of(
      Deliberation d,
      ApplicationName name,
      List<EnvironmentName> environments,
      Optional<String> revision) {
    Optional<ApplicationState> known = d.application(name);
    if (known.isEmpty()) {
      return refused("unknown-application", "There is no application %s.".formatted(name));
    }
    ApplicationDefinition definition = known.orElseThrow().definition();
    Optional<EnvironmentName> elsewhere =
        environments.stream().filter(stop -> !definition.route().contains(stop)).findFirst();
    if (elsewhere.isPresent()) {
      return refused(
          "not-on-route",
          "%s is not on the route of %s, which is %s."
              .formatted(elsewhere.orElseThrow(), name, route(definition)));
    }
    if (definition.repository().isEmpty()) {
      return refused("no-repository", "%s has no repository to deploy from.".formatted(name));
    }
    RepositoryUrl repository = definition.repository().orElseThrow();
    return switch (Told.commit(d, new Need.CommitOf(repository, revision))) {
      case Told.Open<Answer.Commit> _ -> new Open();
      case Told.Unusable<Answer.Commit>(Reason because) -> new Refused(because);
      case Told.Unavailable<Answer.Commit>(Reason because) -> tryAgain(because);
      case Told.Known<Answer.Commit> commit ->
          withCommit(d, known.orElseThrow(), repository, commit.answer(), environments);
    };
  }

  private static Loading withCommit(
      Deliberation d,
      ApplicationState application,
      RepositoryUrl repository,
      Answer.Commit commit,
      List<EnvironmentName> environments) {
    Need.SourceAt need = new Need.SourceAt(repository, commit.sha(), application.documentPath());
    return switch (Told.source(d, need)) {
      case Told.Open<Answer.Source> _ -> new Open();
      case Told.Unusable<Answer.Source>(Reason because) ->
          new Refused(Pinning.invalid(because.sentence()).because());
      case Told.Unavailable<Answer.Source>(Reason because) -> tryAgain(because);
      case Told.Known<Answer.Source> read -> {
        Pinning pinning = Pinning.of(d, application, read.answer());
        yield switch (pinning.inHarmony(d, environments)) {
          case Pinning.Invalid(Reason because) ->
              new Refused(because, pinning.discords(d, environments));
          case Pinning.Pinned(ApplicationDefinition pinned) -> {
            List<Reason> lacking = Unsealed.of(d, pinned, environments);
            yield lacking.isEmpty()
                ? new Loaded(
                    pinned,
                    new Change(commit.sha(), commit.ref(), read.answer().artifact()),
                    Pinning.inputs(application, commit.sha())
                        .with(Overlays.pinned(d.organisationWide(), pinned.name(), pinned.route())))
                : new Refused(lacking.getFirst(), lacking);
          }
        };
      }
    };
  }

  /** Whoever sends what a rollback kept away wants it; false while that is not known. */
  static boolean lifted(Deliberation d, Shipment shipment) {
    boolean known = true;
    for (EnvironmentName stop : shipment.travel()) {
      Placement placement = new Placement(shipment.application(), stop);
      Optional<List<Hold>> keeping = Holds.keeping(d, placement, d.placement(placement), shipment);
      keeping
          .orElseGet(List::of)
          .forEach(hold -> d.write(new HoldLifted(placement, hold.rollback(), d.actor())));
      known &= keeping.isPresent();
    }
    return known;
  }

  private static Loading refused(String code, String sentence) {
    return new Refused(new Reason(code, sentence));
  }

  private static Loading tryAgain(Reason because) {
    return new Refused(Settlements.unavailable(because, "Try again later."));
  }

  private static String route(ApplicationDefinition definition) {
    return definition.route().stream()
        .map(EnvironmentName::value)
        .collect(Collectors.joining(" → "));
  }
}
