package dev.slipway.engine.authority;

import dev.slipway.aggregation.Glob;
import dev.slipway.engine.fold.OwnerState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Histories;
import dev.slipway.model.ActorId;
import dev.slipway.model.OwnerName;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Right;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may write which documents because an owner may whose group they belong to. Whom an actor
 * stands for is known only once it was asked; until then nobody is refused for not belonging.
 */
final class Ownership {

  private Ownership() {}

  /**
   * Whether a document may be written.
   *
   * @param person whom the actor stands for; absent while that is not known
   * @param otherwise what is said where no owner has a say
   */
  static Judgement judge(
      World world, Optional<ActorId> person, Document document, Judgement otherwise) {
    return switch (document) {
      case Document.OfOverlay it -> owned(world, person, it.definition());
      case Document.OfPolicy it -> owned(world, person, it.definition());
      case Document.OfApplication it -> application(world, person, it.definition(), otherwise);
      case Document.OfEnvironment _,
          Document.OfEnvironmentGroup _,
          Document.OfLabelledTarget _,
          Document.OfTarget _,
          Document.OfResource _,
          Document.OfNotification _,
          Document.OfOwner _ ->
          otherwise;
    };
  }

  /** A document changes hands only through somebody who belongs to both owners. */
  private static Judgement owned(World world, Optional<ActorId> person, Owned document) {
    Judgement held =
        Histories.current(world.declared(), document)
            .map(present -> present.definition().owner())
            .filter(present -> !present.equals(document.owner()))
            .map(present -> belongs(world, person, present, document))
            .orElseGet(Judgement.Allowed::new);
    Judgement named = belongs(world, person, document.owner(), document);
    return Stream.of(held, named)
        .filter(Judgement.Refused.class::isInstance)
        .findFirst()
        .orElseGet(() -> within(world, document));
  }

  private static Judgement belongs(
      World world, Optional<ActorId> person, OwnerName name, Owned document) {
    Optional<OwnerDefinition> owner = world.declared().owner(name).map(OwnerState::definition);
    if (owner.isEmpty()) {
      return Judgement.refused(
          "%s belongs to %s, and there is no such owner; only an admin may write it."
              .formatted(document.title(), name));
    }
    return member(world, person, owner.orElseThrow())
        ? new Judgement.Allowed()
        : Judgement.refused(
            "%s belongs to %s, and only members of %s may write it."
                .formatted(document.title(), name, owner.orElseThrow().group()));
  }

  private static boolean member(World world, Optional<ActorId> person, OwnerDefinition owner) {
    return person.isEmpty() || world.groups().members(owner.group()).contains(person.orElseThrow());
  }

  /** Whether what its owner was given holds all of it. */
  private static Judgement within(World world, Owned document) {
    return world
        .declared()
        .owner(document.owner())
        .map(owner -> within(owner.definition(), document))
        .orElseGet(Judgement.Allowed::new);
  }

  private static Judgement within(OwnerDefinition owner, Owned document) {
    List<Right> rights = rights(owner, kind(document));
    if (rights.isEmpty()) {
      return Judgement.refused("%s may write no %s.".formatted(owner.name(), kinds(document)));
    }
    return rights.stream().anyMatch(right -> beyond(right, document).isEmpty())
        ? new Judgement.Allowed()
        : Judgement.refused(
            "%s may not %s."
                .formatted(owner.name(), beyond(rights.getFirst(), document).orElseThrow()));
  }

  private static Right.Kind kind(Owned document) {
    return switch (document) {
      case OverlayDefinition _ -> Right.Kind.OVERLAY;
      case PolicyDefinition _ -> Right.Kind.POLICY;
    };
  }

  private static String kinds(Owned document) {
    return switch (document) {
      case OverlayDefinition _ -> "overlays";
      case PolicyDefinition _ -> "policies";
    };
  }

  /** What of a document is more than a right gives. */
  private static Optional<String> beyond(Right right, Owned document) {
    if (!covers(right.applications(), document.reach().applications())) {
      return Optional.of(
          "write %s for applications other than %s"
              .formatted(kinds(document), words(right.applications())));
    }
    if (!covers(right.environments(), document.reach().environments())) {
      return Optional.of(
          "write %s for environments other than %s"
              .formatted(kinds(document), words(right.environments())));
    }
    return names(document)
        .map(SettingName::value)
        .filter(name -> !covers(right.keys(), List.of(name)))
        .findFirst()
        .map(name -> "say anything of %s, only of %s".formatted(name, words(right.keys())));
  }

  /** The values that it says something of itself; a policy looks at all, and sets none. */
  private static Stream<SettingName> names(Owned document) {
    return switch (document) {
      case OverlayDefinition it ->
          Stream.of(
                  it.set().stream().map(Setting::name),
                  it.require().stream().map(Setting::name),
                  it.limit().stream().map(Bound::name))
              .flatMap(each -> each);
      case PolicyDefinition _ -> Stream.empty();
    };
  }

  private static Judgement application(
      World world,
      Optional<ActorId> person,
      ApplicationDefinition application,
      Judgement otherwise) {
    return world.declared().owners().values().stream()
            .map(OwnerState::definition)
            .filter(owner -> member(world, person, owner))
            .flatMap(owner -> rights(owner, Right.Kind.APPLICATION).stream())
            .anyMatch(right -> covers(right.applications(), List.of(application.name().value())))
        ? new Judgement.Allowed()
        : otherwise;
  }

  private static List<Right> rights(OwnerDefinition owner, Right.Kind kind) {
    return owner.may().stream().filter(right -> right.kind() == kind).toList();
  }

  /** Whether patterns leave nothing out that others, or everything, would match. */
  private static boolean covers(List<String> allowed, List<String> asked) {
    if (allowed.isEmpty() || allowed.contains("*")) {
      return true;
    }
    return !asked.isEmpty()
        && asked.stream().allMatch(one -> allowed.stream().anyMatch(all -> covers(all, one)));
  }

  private static boolean covers(String allowed, String asked) {
    boolean name = asked.indexOf('*') < 0 && asked.indexOf('?') < 0;
    return allowed.equals(asked) || (name && new Glob(allowed).matches(asked));
  }

  private static String words(List<String> patterns) {
    return String.join(", ", patterns);
  }
}
