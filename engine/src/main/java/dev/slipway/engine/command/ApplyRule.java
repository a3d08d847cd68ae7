package dev.slipway.engine.command;

import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.deliberation.Settlements;
import dev.slipway.engine.deliberation.Told;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.Declared;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.OwnerState;
import dev.slipway.engine.fold.ResourceState;
import dev.slipway.engine.fold.TargetState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.guardrail.Needs;
import dev.slipway.engine.intake.Along;
import dev.slipway.engine.intake.Baseline;
import dev.slipway.engine.intake.Implied;
import dev.slipway.engine.intake.Newcomers;
import dev.slipway.engine.layer.Harmony;
import dev.slipway.engine.layer.Histories;
import dev.slipway.engine.layer.Idle;
import dev.slipway.engine.layer.Unsealed;
import dev.slipway.engine.rollout.Advance;
import dev.slipway.engine.rollout.Onlookers;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.OverlayName;
import dev.slipway.model.OwnerName;
import dev.slipway.model.Reason;
import dev.slipway.model.RepositoryUrl;
import dev.slipway.model.ResourceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.OwnerDeclared;
import dev.slipway.model.entry.ResourceDeclared;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.need.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Documents come in, all of them or none: resources, environments, groups of them, targets, then
 * applications, so that each finds what it names, then owners, overlays, policies and who is told.
 * What cannot all be followed is refused. What is so already is not written again. What a
 * repository defines is not for a person to define.
 */
final class ApplyRule {

  private static final int RESOURCES_MAX = 1000;

  private ApplyRule() {}

  static Optional<Settlement> decide(Deliberation d, Command.Apply apply) {
    if (!DocumentOrder.areDistinct(apply.documents())) {
      return Settlements.refused(
          "duplicate-document", "Two of the documents declare the same thing.");
    }
    Optional<Reason> foreign = Writers.refusal(d, apply.documents());
    if (foreign.isPresent()) {
      return Settlements.refused(foreign.orElseThrow());
    }
    if (d.isAsking()) {
      return Settlements.open();
    }
    World before = d.organisationWide();
    Set<EnvironmentName> touched = new TreeSet<>();
    Set<OverlayName> overlays = new TreeSet<>();
    int changes = 0;
    for (Document document : DocumentOrder.of(apply.documents())) {
      switch (take(d, document, touched)) {
        case Taken.Changed _ -> {
          changes++;
          if (document instanceof Document.OfOverlay overlay) {
            overlays.add(overlay.definition().name());
          }
        }
        case Taken.Unchanged _ -> {}
        case Taken.Refused(Reason because) -> {
          return Settlements.refused(because);
        }
      }
    }
    Optional<Reason> circle = circle(d, apply.documents());
    if (circle.isPresent()) {
      return Settlements.refused(circle.orElseThrow());
    }
    if (d.isAsking()) {
      return Settlements.open();
    }
    Optional<Reason> discord = Harmony.refusal(d, before);
    if (discord.isPresent()) {
      return Settlements.refused(discord.orElseThrow());
    }
    touched.forEach(environment -> Advance.environment(d, environment));
    Newcomers.welcome(d, before);
    String remarks =
        Idle.remark(before, d.world(), apply.documents())
            + Unsealed.remark(before, d.world(), apply.documents());
    return changes == 0
        ? Settlements.nothing("unchanged", "Everything is declared exactly so." + remarks)
        : Settlements.followed(
            "applied",
            (changes == 1
                    ? "One document was taken in."
                    : "%d documents were taken in.".formatted(changes))
                + Sending.changed(d, overlays)
                + remarks);
  }

  /** Judged once all are taken in, for one of them may open what another would close. */
  private static Optional<Reason> circle(Deliberation d, List<Document> documents) {
    return documents.stream()
        .filter(Document.OfApplication.class::isInstance)
        .map(Document.OfApplication.class::cast)
        .flatMap(document -> Needs.circle(d, document.definition()).stream())
        .findFirst();
  }

  private static Taken take(Deliberation d, Document document, Set<EnvironmentName> touched) {
    return switch (document) {
      case Document.OfEnvironment environment -> environment(d, environment, touched);
      case Document.OfEnvironmentGroup group -> EnvironmentGroupRule.group(d, group, touched);
      case Document.OfLabelledTarget target -> EnvironmentGroupRule.target(d, target, touched);
      case Document.OfTarget target -> target(d, target, touched);
      case Document.OfApplication application -> application(d, application);
      case Document.OfResource resource -> resource(d, resource, touched);
      case Document.OfOverlay overlay -> owned(d, overlay, overlay.definition());
      case Document.OfPolicy policy -> policy(d, policy, touched);
      case Document.OfOwner owner -> owner(d, owner);
      case Document.OfNotification told -> notification(d, told);
    };
  }

  private static Taken resource(
      Deliberation d, Document.OfResource document, Set<EnvironmentName> touched) {
    Map<ResourceName, ResourceState> all = d.organisationWide().declared().resources();
    Optional<ResourceState> known = Optional.ofNullable(all.get(document.definition().name()));
    if (known.filter(k -> k.definition().equals(document.definition())).isPresent()) {
      return new Taken.Unchanged();
    }
    if (known.isEmpty() && all.size() >= RESOURCES_MAX) {
      return Taken.refused(
          "too-many-resources",
          "There are %d resources; no more are kept.".formatted(RESOURCES_MAX));
    }
    d.write(new ResourceDeclared(document.definition(), applied(d, document)));
    touched.addAll(d.world().declared().environments().keySet());
    return new Taken.Changed();
  }

  private static Taken environment(
      Deliberation d, Document.OfEnvironment document, Set<EnvironmentName> touched) {
    EnvironmentName name = document.definition().name();
    Optional<Reason> taken = EnvironmentGroupRule.refusal(d, document.definition());
    if (taken.isPresent()) {
      return new Taken.Refused(taken.orElseThrow());
    }
    Optional<EnvironmentState> known = d.environment(name);
    if (known.filter(k -> k.definition().equals(document.definition())).isPresent()) {
      return new Taken.Unchanged();
    }
    d.write(new EnvironmentDeclared(document.definition(), applied(d, document)));
    touched.add(name);
    return new Taken.Changed();
  }

  private static Taken target(
      Deliberation d, Document.OfTarget document, Set<EnvironmentName> touched) {
    EnvironmentName environment = document.definition().id().environment();
    Optional<Reason> grouped = EnvironmentGroupRule.refusal(d, document.definition());
    if (grouped.isPresent()) {
      return new Taken.Refused(grouped.orElseThrow());
    }
    if (d.environment(environment).isEmpty()) {
      return Taken.refused(
          "unknown-environment",
          "The target %s names an environment that nobody declared."
              .formatted(document.definition().id()));
    }
    Optional<TargetState> known = TargetRule.present(d, document.definition().id());
    if (known.filter(k -> k.definition().equals(document.definition())).isPresent()) {
      return new Taken.Unchanged();
    }
    d.write(new TargetDeclared(document.definition(), applied(d, document)));
    touched.add(environment);
    return new Taken.Changed();
  }

  private static Taken owner(Deliberation d, Document.OfOwner document) {
    OwnerName name = document.definition().name();
    Optional<OwnerState> known = d.organisationWide().declared().owner(name);
    if (known.filter(k -> k.definition().equals(document.definition())).isPresent()) {
      return new Taken.Unchanged();
    }
    int all = d.world().declared().owners().size();
    if (known.isEmpty() && all >= OwnerDefinition.OWNERS_MAX) {
      return Taken.refused(
          "too-many-owners", "There are %d owners; no more are kept.".formatted(all));
    }
    d.write(new OwnerDeclared(document.definition(), applied(d, document)));
    return new Taken.Changed();
  }

  private static Taken notification(Deliberation d, Document.OfNotification document) {
    return NotificationRule.refusal(d, document.definition())
        .<Taken>map(Taken.Refused::new)
        .orElseGet(() ->
            NotificationRule.declare(d, document.definition(), applied(d, document))
                ? new Taken.Changed()
                : new Taken.Unchanged());
  }

  private static Taken owned(Deliberation d, Document document, Owned definition) {
    Declared declared = d.organisationWide().declared();
    Optional<Revision<? extends Owned>> known = Histories.current(declared, definition);
    if (known.filter(k -> k.definition().equals(definition)).isPresent()) {
      return new Taken.Unchanged();
    }
    Optional<Reason> full =
        known.isEmpty() ? Histories.full(declared, definition) : Optional.empty();
    if (full.isPresent()) {
      return new Taken.Refused(full.orElseThrow());
    }
    int number = known.map(Revision::number).orElse(0) + 1;
    d.write(Histories.declared(definition, number, applied(d, document), Optional.empty()));
    return new Taken.Changed();
  }

  /** What waits for a policy, or did not have to, is judged by what it says now. */
  private static Taken policy(
      Deliberation d, Document.OfPolicy document, Set<EnvironmentName> touched) {
    Taken taken = owned(d, document, document.definition());
    if (taken instanceof Taken.Changed) {
      touched.addAll(d.world().declared().environments().keySet());
    }
    return taken;
  }

  private static Taken application(Deliberation d, Document.OfApplication document) {
    Optional<ApplicationState> known = d.application(document.definition().name());
    if (known.filter(k -> k.branch().isPresent()).isPresent()) {
      return Taken.refused(
          "defined-by-repository",
          "%s is defined by its repository; change it there."
              .formatted(document.definition().name()));
    }
    ApplicationDefinition definition = Along.of(d, document.definition());
    if (known.filter(k -> k.definition().equals(definition)).isPresent()) {
      return new Taken.Unchanged();
    }
    Optional<Reason> astray = Along.refusal(d, definition);
    if (astray.isPresent()) {
      return new Taken.Refused(astray.orElseThrow());
    }
    Optional<RepositoryUrl> fresh = definition.repository().filter(url -> Baseline.isNew(d, url));
    if (fresh.isPresent()) {
      switch (Baseline.take(d, fresh.orElseThrow(), Optional.empty())) {
        case Told.Open<Answer.Heads> _, Told.Known<Answer.Heads> _ -> {}
        case Told.Unusable<Answer.Heads>(Reason because) -> {
          return new Taken.Refused(because);
        }
        case Told.Unavailable<Answer.Heads>(Reason because) -> {
          return new Taken.Refused(Settlements.unavailable(because, "Try again later."));
        }
      }
    }
    d.write(new ApplicationDefined(definition, applied(d, document), Optional.empty(), ""));
    Implied.environments(d, definition);
    Onlookers.look(d, known.map(ApplicationState::definition), definition);
    return new Taken.Changed();
  }

  private static Origin applied(Deliberation d, Document document) {
    return new Origin.Applied(d.actor(), document.digest());
  }
}
