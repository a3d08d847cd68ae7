package dev.slipway.engine.authority;

import dev.slipway.aggregation.Glob;
import dev.slipway.engine.fold.OverlayState;
import dev.slipway.engine.fold.OwnerState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ActorId;
import dev.slipway.model.OwnerName;
import dev.slipway.model.command.Command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.layer.Bound;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.OverlayRevision;
import dev.slipway.model.layer.OwnerDefinition;
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
      case Document.OfOverlay it -> overlay(world, person, it.definition());
      case Document.OfApplication it -> application(world, person, it.definition(), otherwise);
      case Document.OfEnvironment _,
          Document.OfTarget _,
          Document.OfResource _,
          Document.OfOwner _ ->
          otherwise;
    };
  }

  /** An overlay changes hands only through somebody who belongs to both owners. */
  private static Judgement overlay(
      World world, Optional<ActorId> person, OverlayDefinition overlay) {
    Judgement held =
        world
            .declared()
            .overlay(overlay.name())
            .map(OverlayState::current)
            .map(OverlayRevision::definition)
            .map(OverlayDefinition::owner)
            .filter(present -> !present.equals(overlay.owner()))
            .map(present -> belongs(world, person, present, overlay))
            .orElseGet(Judgement.Allowed::new);
    Judgement named = belongs(world, person, overlay.owner(), overlay);
    return Stream.of(held, named)
        .filter(Judgement.Refused.class::isInstance)
        .findFirst()
        .orElseGet(() -> within(world, overlay));
  }

  private static Judgement belongs(
      World world, Optional<ActorId> person, OwnerName name, OverlayDefinition overlay) {
    Optional<OwnerDefinition> owner = world.declared().owner(name).map(OwnerState::definition);
    if (owner.isEmpty()) {
      return Judgement.refused(
          "overlay/%s belongs to %s, and there is no such owner; only an admin may write it."
              .formatted(overlay.name(), name));
    }
    return member(world, person, owner.orElseThrow())
        ? new Judgement.Allowed()
        : Judgement.refused(
            "overlay/%s belongs to %s, and only members of %s may write it."
                .formatted(overlay.name(), name, owner.orElseThrow().group()));
  }

  private static boolean member(World world, Optional<ActorId> person, OwnerDefinition owner) {
    return person.isEmpty() || world.groups().members(owner.group()).contains(person.orElseThrow());
  }

  /** Whether what its owner was given holds all of it. */
  private static Judgement within(World world, OverlayDefinition overlay) {
    return world
        .declared()
        .owner(overlay.owner())
        .map(owner -> within(owner.definition(), overlay))
        .orElseGet(Judgement.Allowed::new);
  }

  private static Judgement within(OwnerDefinition owner, OverlayDefinition overlay) {
    List<Right> rights = rights(owner, Right.Kind.OVERLAY);
    if (rights.isEmpty()) {
      return Judgement.refused("%s may write no overlays.".formatted(owner.name()));
    }
    return rights.stream().anyMatch(right -> beyond(right, overlay).isEmpty())
        ? new Judgement.Allowed()
        : Judgement.refused(
            "%s may not %s."
                .formatted(owner.name(), beyond(rights.getFirst(), overlay).orElseThrow()));
  }

  /** What of an overlay is more than a right gives. */
  private static Optional<String> beyond(Right right, OverlayDefinition overlay) {
    List<String> names = names(overlay).map(SettingName::value).toList();
    if (!covers(right.applications(), overlay.reach().applications())) {
      return Optional.of(
          "write overlays for applications other than " + words(right.applications()));
    }
    if (!covers(right.environments(), overlay.reach().environments())) {
      return Optional.of(
          "write overlays for environments other than " + words(right.environments()));
    }
    return names.stream()
        .filter(name -> !covers(right.keys(), List.of(name)))
        .findFirst()
        .map(name -> "say anything of %s, only of %s".formatted(name, words(right.keys())));
  }

  private static Stream<SettingName> names(OverlayDefinition overlay) {
    return Stream.of(
            overlay.set().stream().map(Setting::name),
            overlay.require().stream().map(Setting::name),
            overlay.limit().stream().map(Bound::name))
        .flatMap(each -> each);
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
