package dev.slipway.engine.layer;

import dev.slipway.aggregation.Reaches;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.Revisions;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.layer.Owned;
import dev.slipway.model.layer.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Overlays and policies that are for nothing that there is. They are kept, for what they are for
 * may come later; but a misspelt name looks just like that, so it is told, with the first part of
 * what they are for that nothing fits.
 */
public final class Idle {

  /** So many are told at once. */
  private static final int TOLD_MAX = 5;

  private Idle() {}

  /** Why one is for nothing; empty where it is for something. */
  public static Optional<Reason> of(World world, Owned owned) {
    return of(world, owned, definitions(world).toList());
  }

  /** Those that are for an application, and for nothing if it were so. */
  public static List<Reason> of(World world, ApplicationDefinition supposed) {
    List<ApplicationDefinition> all =
        Stream.concat(
                Stream.of(supposed),
                definitions(world).filter(other -> !other.name().equals(supposed.name())))
            .toList();
    return all(world)
        .filter(owned -> Reaches.reaches(owned.reach(), supposed.name()))
        .flatMap(owned -> of(world, owned, all).stream())
        .limit(TOLD_MAX)
        .toList();
  }

  /**
   * What somebody who changed something is told, after what became of it.
   *
   * @param said the documents that they brought
   */
  public static String remark(World before, World after, List<Document> said) {
    List<Owned> brought = said.stream().flatMap(Idle::owned).toList();
    List<Reason> idle =
        all(after)
            .flatMap(owned ->
                of(after, owned)
                    .filter(_ -> brought.contains(owned) || of(before, owned).isEmpty())
                    .stream())
            .toList();
    String more =
        idle.size() > TOLD_MAX ? " So are %d more.".formatted(idle.size() - TOLD_MAX) : "";
    return idle.stream()
            .limit(TOLD_MAX)
            .map(each -> " " + each.sentence())
            .collect(Collectors.joining())
        + more;
  }

  private static Stream<Owned> owned(Document document) {
    return switch (document) {
      case Document.OfOverlay it -> Stream.of(it.definition());
      case Document.OfPolicy it -> Stream.of(it.definition());
      case Document.OfApplication _,
          Document.OfEnvironment _,
          Document.OfEnvironmentGroup _,
          Document.OfLabelledTarget _,
          Document.OfTarget _,
          Document.OfResource _,
          Document.OfOwner _,
          Document.OfNotification _ ->
          Stream.empty();
    };
  }

  private static Stream<Owned> all(World world) {
    return Stream.concat(
        world.declared().overlays().values().stream()
            .map(Revisions::current)
            .map(it -> it.definition()),
        world.declared().policies().values().stream()
            .map(Revisions::current)
            .map(it -> it.definition()));
  }

  private static Stream<ApplicationDefinition> definitions(World world) {
    return world.declared().applications().values().stream().map(ApplicationState::definition);
  }

  private static Optional<Reason> of(
      World world, Owned owned, List<ApplicationDefinition> applications) {
    Reach reach = owned.reach();
    if (applications.stream().anyMatch(it -> fits(world, reach, it))) {
      return Optional.empty();
    }
    List<ApplicationDefinition> called =
        applications.stream().filter(it -> Reaches.reaches(reach, it.name())).toList();
    List<ApplicationDefinition> there =
        called.stream().filter(it -> goes(world, reach, it)).toList();
    String why =
        called.isEmpty()
            ? noneCalled(reach)
            : there.isEmpty()
                ? "%s to no environment %s".formatted(goes(called), place(reach))
                : "%s no service called %s".formatted(has(there), either(reach.services()));
    return Optional.of(
        new Reason(
            "for-nothing",
            "%s is for nothing that there is now: %s. It counts once there is."
                .formatted(owned.title(), why)));
  }

  private static String noneCalled(Reach reach) {
    return reach.applications().isEmpty()
        ? "there is no application yet"
        : "no application is called %s".formatted(either(reach.applications()));
  }

  private static boolean fits(World world, Reach reach, ApplicationDefinition application) {
    return Reaches.reaches(reach, application.name())
        && goes(world, reach, application)
        && Reaches.serves(reach, application);
  }

  private static boolean goes(World world, Reach reach, ApplicationDefinition application) {
    return application.route().stream().anyMatch(stop -> Overlays.reaches(world, reach, stop));
  }

  private static String goes(List<ApplicationDefinition> all) {
    return named(all) + (all.size() == 1 ? " goes" : " go");
  }

  private static String has(List<ApplicationDefinition> all) {
    return named(all) + (all.size() == 1 ? " has" : " have");
  }

  private static String named(List<ApplicationDefinition> all) {
    String more = all.size() > TOLD_MAX ? " and %d more".formatted(all.size() - TOLD_MAX) : "";
    return all.stream()
            .limit(TOLD_MAX)
            .map(ApplicationDefinition::name)
            .map(ApplicationName::value)
            .collect(Collectors.joining(", "))
        + more;
  }

  private static String place(Reach reach) {
    List<String> parts = new ArrayList<>();
    if (!reach.environments().isEmpty()) {
      parts.add("called " + either(reach.environments()));
    }
    if (!reach.labels().isEmpty()) {
      parts.add("with the labels " + reach.labels());
    }
    return parts.isEmpty() ? "at all" : String.join(" ", parts);
  }

  private static String either(List<String> patterns) {
    return patterns.isEmpty() ? "anything" : String.join(" or ", patterns);
  }
}
