package dev.slipway.engine.layer;

import dev.slipway.aggregation.Compilation;
import dev.slipway.aggregation.JobValues;
import dev.slipway.aggregation.Resolved;
import dev.slipway.aggregation.Wording;
import dev.slipway.engine.deliberation.Deliberation;
import dev.slipway.engine.fold.ApplicationState;
import dev.slipway.engine.fold.EnvironmentState;
import dev.slipway.engine.fold.SealingState;
import dev.slipway.engine.fold.World;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Nearest;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.SecretName;
import dev.slipway.model.command.Document;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.layer.PinnedOverlay;
import dev.slipway.model.layer.SettingValue;
import dev.slipway.model.state.Shipment;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * References to sealed secrets that are not there. A document may come before what it refers to, so
 * it is taken in, and this is told. What a person sends there is refused for it, and what goes by
 * itself waits, for an agent could only fail with it.
 */
public final class Unsealed {

  /** So many are told at once. */
  private static final int TOLD_MAX = 5;

  private Unsealed() {}

  /**
   * Something that is not there.
   *
   * @param settable what somebody could set; absent where it was removed, for no number comes again
   */
  public record Lack(Reason because, Optional<SecretName> settable) {}

  /** What keeps an application from some environments, with what is said of it now. */
  public static List<Reason> of(
      Deliberation d, ApplicationDefinition definition, List<EnvironmentName> way) {
    return way.stream()
        .flatMap(stop ->
            lacks(
                new Placement(definition.name(), stop),
                definition,
                Overlays.pinned(d.organisationWide(), definition.name(), List.of(stop)),
                d.sealing(stop)))
        .map(Lack::because)
        .toList();
  }

  /** Why what a shipment pinned cannot be started at a placement. */
  public static List<Lack> of(Placement at, Shipment shipment, SealingState sealing) {
    return lacks(
            at,
            shipment.definition(),
            shipment.inputs().flatMap(Inputs::overlays).orElseGet(List::of),
            sealing)
        .toList();
  }

  /**
   * What somebody who changed something is told, after what became of it.
   *
   * @param said the documents that they brought
   */
  public static String remark(World before, World after, List<Document> said) {
    Set<ApplicationName> brought =
        said.stream()
            .filter(Document.OfApplication.class::isInstance)
            .map(document -> ((Document.OfApplication) document).definition().name())
            .collect(Collectors.toSet());
    return remark(
        after, Stream.concat(brought.stream(), Harmony.affected(before, after)).distinct());
  }

  /** The same of applications. */
  public static String remark(World world, Stream<ApplicationName> applications) {
    List<Reason> lacking =
        applications
            .flatMap(name -> world.declared().application(name).stream())
            .map(ApplicationState::definition)
            .flatMap(definition -> of(world, definition))
            .toList();
    String more =
        lacking.size() > TOLD_MAX
            ? " There are %d more like this.".formatted(lacking.size() - TOLD_MAX)
            : "";
    return lacking.stream()
            .limit(TOLD_MAX)
            .map(each -> " " + each.sentence())
            .collect(Collectors.joining())
        + more;
  }

  private static Stream<Reason> of(World world, ApplicationDefinition definition) {
    return definition.route().stream()
        .flatMap(stop ->
            lacks(
                new Placement(definition.name(), stop),
                definition,
                Overlays.pinned(world, definition.name(), List.of(stop)),
                world
                    .declared()
                    .environment(stop)
                    .map(EnvironmentState::sealing)
                    .orElse(SealingState.NOTHING)))
        .map(Lack::because);
  }

  private static Stream<Lack> lacks(
      Placement at,
      ApplicationDefinition definition,
      List<PinnedOverlay> overlays,
      SealingState sealing) {
    return references(at, definition, overlays)
        .filter(it -> sealing.sealed(it.sealed().name(), it.sealed().version()).isEmpty())
        .map(it -> lack(it, at.environment(), sealing));
  }

  /**
   * A reference to something sealed.
   *
   * @param where the value, and who says it on which line
   */
  private record Reference(String where, SecretReference.Sealed sealed) {}

  private static Stream<Reference> references(
      Placement at, ApplicationDefinition definition, List<PinnedOverlay> overlays) {
    Stream<Reference> services =
        Compilation.of(definition, at.environment(), overlays).services().stream()
            .flatMap(service ->
                references(at, "services." + service.definition().name(), service.values()));
    Stream<Reference> jobs =
        definition.jobs().stream()
            .flatMap(List::stream)
            .flatMap(job -> references(at, "jobs." + job.name(), JobValues.of(job)));
    return Stream.concat(services, jobs);
  }

  private static Stream<Reference> references(Placement at, String of, List<Resolved> values) {
    return values.stream()
        .flatMap(value ->
            value.word().value() instanceof SettingValue.Secret(SecretReference.Sealed sealed)
                ? Stream.of(
                    new Reference(
                        "%s.%s of %s, by %s,"
                            .formatted(of, value.name(), at, Wording.by(at, value.word().voice())),
                        sealed))
                : Stream.of());
  }

  private static Lack lack(Reference reference, EnvironmentName environment, SealingState sealing) {
    SecretReference.Sealed sealed = reference.sealed();
    int newest = sealing.versions(sealed.name()).newest();
    if (newest >= sealed.version()) {
      return new Lack(
          because(
              "%s refers to %s, which was removed from %s. Refer to another version."
                  .formatted(reference.where(), sealed.words(), environment)),
          Optional.empty());
    }
    String known =
        newest == 0
            ? "nothing of that name is sealed in %s. %s"
                .formatted(environment, meant(sealed.name(), sealing))
            : "the newest in %s is version %d. Set it there".formatted(environment, newest);
    return new Lack(
        because(
            "%s refers to %s, and %s: slipway secret set %s %s."
                .formatted(reference.where(), sealed.words(), known, environment, sealed.name())),
        Optional.of(sealed.name()));
  }

  private static String meant(SecretName name, SealingState sealing) {
    return Nearest.of(
            name.value(), sealing.secrets().keySet().stream().map(SecretName::value).toList())
        .map("Did you mean %s? Otherwise set it there"::formatted)
        .orElse("Set it there");
  }

  private static Reason because(String sentence) {
    return new Reason("secret-unsealed", sentence);
  }
}
