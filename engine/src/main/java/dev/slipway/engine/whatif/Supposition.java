package dev.slipway.engine.whatif;

import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.intake.Along;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Reason;
import dev.slipway.model.ResourceName;
import dev.slipway.model.command.Command;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.Origin;
import dev.slipway.model.definition.TargetDefinition;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.Entry;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.EnvironmentGroupDeclared;
import dev.slipway.model.entry.OverlayDeclared;
import dev.slipway.model.entry.PolicyDeclared;
import dev.slipway.model.entry.ResourceDeclared;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.layer.Revision;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Documents that are supposed to have been in force for a whole span. Each stands in for whatever
 * was declared under its name before the span and within it.
 */
public record Supposition(List<Document> documents) {

  /** Everything as it was. */
  public static final Supposition NOTHING = new Supposition(List.of());

  public Supposition {
    documents = List.copyOf(documents);
  }

  /** Why this cannot be supposed of a world; empty when it can. */
  public Optional<Reason> refusal(World world) {
    if (documents.stream().anyMatch(document -> movesTargets(world, document))) {
      return Optional.of(
          new Reason(
              "group-not-supposable",
              "Of a group of environments only another template can be supposed, and none of its targets: the group has to have been there at the beginning of the span, for the same labels."));
    }
    return targets()
        .map(target -> target.id().environment())
        .filter(environment -> world.declared().environment(environment).isEmpty())
        .filter(environment -> !environments().toList().contains(environment))
        .findFirst()
        .map(environment ->
            new Reason(
                "unknown-environment",
                "There was no environment %s at the beginning of the span; give its document too."
                    .formatted(environment)));
  }

  /** Whether environments would have been there at other times, or not at all. */
  private static boolean movesTargets(World world, Document document) {
    return switch (document) {
      case Document.OfLabelledTarget _ -> true;
      case Document.OfEnvironmentGroup it ->
          world
              .declared()
              .environmentGroup(it.definition().name())
              .filter(known -> known.definition().selector().equals(it.definition().selector()))
              .isEmpty();
      case Document _ -> false;
    };
  }

  /** What would have been recorded of the documents, each kind after those that it names. */
  List<Entry> entries(World world) {
    return Stream.of(
            documents.stream().flatMap(document -> resource(document).stream()),
            documents.stream().flatMap(document -> environment(document).stream()),
            groups().flatMap(group -> group(world, group)),
            documents.stream().flatMap(document -> target(document).stream()),
            documents.stream().flatMap(document -> application(world, document).stream()),
            documents.stream().flatMap(document -> owned(document).stream()))
        .flatMap(each -> each)
        .toList();
  }

  /** Whether a document stands in for what an entry declares. */
  boolean replaces(Entry entry) {
    return switch (entry) {
      case ResourceDeclared e -> resources().anyMatch(e.definition().name()::equals);
      case EnvironmentDeclared e -> environments().anyMatch(e.definition().name()::equals);
      case TargetDeclared e ->
          targets().map(TargetDefinition::id).anyMatch(e.definition().id()::equals);
      case ApplicationDefined e -> application(e.definition().name()).isPresent();
      case OverlayDeclared e -> owned().anyMatch(e.revision().definition().title()::equals);
      case PolicyDeclared e -> owned().anyMatch(e.revision().definition().title()::equals);
      case Entry _ -> false;
    };
  }

  /** What is declared in the place of an entry: of a group, as its supposed template says. */
  Optional<Entry> instead(Entry entry) {
    return switch (entry) {
      case EnvironmentGroupDeclared e ->
          group(e.definition().name())
              .map(it ->
                  new EnvironmentGroupDeclared(it.definition(), e.environments(), supposed(it)));
      case EnvironmentDeclared e ->
          e.definition()
              .group()
              .flatMap(this::group)
              .map(it ->
                  new EnvironmentDeclared(
                      it.definition().made(e.definition().name()), supposed(it)));
      case Entry _ -> Optional.empty();
    };
  }

  private Optional<Document.OfEnvironmentGroup> group(EnvironmentName name) {
    return groups().filter(it -> it.definition().name().equals(name)).findFirst();
  }

  private Stream<Document.OfEnvironmentGroup> groups() {
    return documents.stream()
        .filter(Document.OfEnvironmentGroup.class::isInstance)
        .map(Document.OfEnvironmentGroup.class::cast);
  }

  /** The group with those that it has, each as the template says. */
  private static Stream<Entry> group(World world, Document.OfEnvironmentGroup document) {
    List<EnvironmentName> environments =
        world
            .declared()
            .environmentGroup(document.definition().name())
            .map(known -> List.copyOf(known.environments().keySet()))
            .orElseGet(List::of);
    return Stream.concat(
        Stream.of(
            new EnvironmentGroupDeclared(document.definition(), environments, supposed(document))),
        environments.stream()
            .map(environment ->
                new EnvironmentDeclared(
                    document.definition().made(environment), supposed(document))));
  }

  /** Whether a wish is about a document that another stands in for. */
  boolean replaces(Command command) {
    return switch (command) {
      case Command.RevertOverlay it ->
          documents.stream()
              .anyMatch(document ->
                  document instanceof Document.OfOverlay(var said, var _)
                      && said.name().equals(it.overlay()));
      case Command.RevertPolicy it ->
          documents.stream()
              .anyMatch(document ->
                  document instanceof Document.OfPolicy(var said, var _)
                      && said.name().equals(it.policy()));
      case Command _ -> false;
    };
  }

  /** What every commit of an application is supposed to say of it. */
  Optional<ApplicationDefinition> application(ApplicationName name) {
    return documents.stream()
        .flatMap(document ->
            document instanceof Document.OfApplication it ? Stream.of(it.definition()) : none())
        .filter(definition -> definition.name().equals(name))
        .findFirst();
  }

  private Stream<ResourceName> resources() {
    return documents.stream()
        .flatMap(document ->
            document instanceof Document.OfResource it
                ? Stream.of(it.definition().name())
                : none());
  }

  private Stream<EnvironmentName> environments() {
    return documents.stream()
        .flatMap(document ->
            document instanceof Document.OfEnvironment it
                ? Stream.of(it.definition().name())
                : none());
  }

  private Stream<TargetDefinition> targets() {
    return documents.stream()
        .flatMap(document ->
            document instanceof Document.OfTarget it ? Stream.of(it.definition()) : none());
  }

  private static Optional<Entry> resource(Document document) {
    return document instanceof Document.OfResource it
        ? Optional.of(new ResourceDeclared(it.definition(), supposed(document)))
        : Optional.empty();
  }

  private Stream<String> owned() {
    return documents.stream()
        .flatMap(document ->
            switch (document) {
              case Document.OfOverlay it -> Stream.of(it.definition().title());
              case Document.OfPolicy it -> Stream.of(it.definition().title());
              case Document _ -> none();
            });
  }

  private static Optional<Entry> owned(Document document) {
    return switch (document) {
      case Document.OfOverlay it ->
          Optional.of(new OverlayDeclared(new Revision<>(it.definition(), 1, supposed(document))));
      case Document.OfPolicy it ->
          Optional.of(new PolicyDeclared(new Revision<>(it.definition(), 1, supposed(document))));
      case Document _ -> Optional.empty();
    };
  }

  private static Optional<Entry> environment(Document document) {
    return document instanceof Document.OfEnvironment it
        ? Optional.of(new EnvironmentDeclared(it.definition(), supposed(document)))
        : Optional.empty();
  }

  private static Optional<Entry> target(Document document) {
    return document instanceof Document.OfTarget it
        ? Optional.of(new TargetDeclared(it.definition(), supposed(document)))
        : Optional.empty();
  }

  /** Where an application comes from is as it was, and so is what defines it. */
  private static Optional<Entry> application(World world, Document document) {
    if (!(document instanceof Document.OfApplication it)) {
      return Optional.empty();
    }
    return world
        .declared()
        .application(it.definition().name())
        .map(known ->
            new ApplicationDefined(
                Along.of(world.declared(), of(known, it.definition())),
                supposed(document),
                known.branch(),
                known.path()));
  }

  private static ApplicationDefinition of(ApplicationState known, ApplicationDefinition said) {
    return known.branch().isPresent() ? said.from(known.definition().repository()) : said;
  }

  private static Origin supposed(Document document) {
    return new Origin.Applied(ActorId.SLIPWAY, document.digest());
  }

  private static <T> Stream<T> none() {
    return Stream.empty();
  }
}
