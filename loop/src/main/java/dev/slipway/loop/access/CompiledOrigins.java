package dev.slipway.loop.access;

import dev.slipway.aggregation.Binding;
import dev.slipway.aggregation.CompiledService;
import dev.slipway.aggregation.JobValues;
import dev.slipway.aggregation.Resolved;
import dev.slipway.aggregation.Ruling;
import dev.slipway.aggregation.Voice;
import dev.slipway.aggregation.Word;
import dev.slipway.aggregation.Wording;
import dev.slipway.aggregation.Written;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.layer.Policies;
import dev.slipway.engine.why.Provenance;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.Origins;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.definition.JobDefinition;
import dev.slipway.model.definition.SecretReference;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Revision;
import dev.slipway.model.layer.Setting;
import dev.slipway.model.layer.SettingName;
import dev.slipway.model.layer.SettingValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Values and their origins, compiled afresh from what was pinned. */
public final class CompiledOrigins implements Origins {

  private static final String NOBODY = "Slipway, for nobody says anything";

  private final Memory memory;

  public CompiledOrigins(Memory memory) {
    this.memory = memory;
  }

  @Override
  public Optional<Compiled> compiled(Organisation organisation, Placement placement) {
    World world = memory.world(organisation);
    return Provenance.inForce(world, placement)
        .or(() -> Provenance.documents(world, placement))
        .map(it -> shown(world, placement, it));
  }

  @Override
  public Optional<Compiled> documents(Organisation organisation, Placement placement) {
    World world = memory.world(organisation);
    return Provenance.documents(world, placement).map(it -> shown(world, placement, it));
  }

  @Override
  public List<Line> lines(OverlayDefinition overlay) {
    Stream<Line> values =
        Stream.concat(lines(Force.SET, overlay.set()), lines(Force.REQUIRE, overlay.require()));
    Stream<Line> limits =
        overlay.limit().stream()
            .map(bound ->
                new Line(Force.LIMIT, bound.name().value(), Wording.allowed(bound), bound.line()));
    return Stream.concat(values, limits).toList();
  }

  private static Stream<Line> lines(Force force, List<Setting> settings) {
    return settings.stream()
        .map(setting ->
            new Line(
                force,
                setting.name().value(),
                Written.of(setting.name(), setting.value()),
                setting.line()));
  }

  private static Compiled shown(World world, Placement placement, Provenance provenance) {
    Stream<Value> jobs =
        provenance.definition().jobs().stream()
            .flatMap(List::stream)
            .flatMap(job -> values(world, provenance, job));
    Stream<Value> services =
        provenance.services().stream().flatMap(service -> values(world, provenance, service));
    return new Compiled(
        provenance.delivery(),
        Stream.concat(jobs, services).toList(),
        Policies.of(
                world,
                provenance.definition(),
                placement.environment(),
                new dev.slipway.aggregation.Compiled(provenance.services(), List.of()))
            .stream()
            .map(ruling -> bound(placement, ruling))
            .toList());
  }

  private static Bound bound(Placement placement, Ruling ruling) {
    PolicyDefinition policy = ruling.policy().definition();
    return new Bound(
        policy.title(), ruling.policy().number(), policy.owner(), Wording.of(placement, ruling));
  }

  private static Stream<Value> values(World world, Provenance provenance, JobDefinition job) {
    String prefix = "jobs." + job.name() + ".";
    return JobValues.of(job).stream().map(resolved -> value(world, provenance, prefix, resolved));
  }

  private static Stream<Value> values(World world, Provenance provenance, CompiledService service) {
    String prefix = "services." + service.definition().name() + ".";
    return service.values().stream().map(resolved -> value(world, provenance, prefix, resolved));
  }

  private static Value value(World world, Provenance provenance, String prefix, Resolved resolved) {
    return new Value(
        prefix + resolved.name(),
        said(provenance, resolved.name(), resolved.word()),
        resolved.overrode().stream().map(word -> said(provenance, resolved.name(), word)).toList(),
        resolved.limits().stream().map(CompiledOrigins::limit).toList(),
        change(world, provenance, resolved.word().voice()));
  }

  private static Said said(Provenance provenance, SettingName name, Word word) {
    return new Said(
        told(name, Written.of(name, word.value()) + pinned(provenance, word.value())),
        source(provenance, word.voice()));
  }

  /** What a variable holds is told here as little as by a difference. */
  private static Optional<String> told(SettingName name, String text) {
    return name.isVariable() ? Optional.empty() : Optional.of(text);
  }

  /** Which secret it is that a parameter says. */
  private static String pinned(Provenance provenance, SettingValue value) {
    return value instanceof SettingValue.Secret(SecretReference.Parameter(String parameter))
        ? provenance.secrets().stream()
            .filter(pinned -> pinned.parameter().equals(parameter))
            .findFirst()
            .map(pinned -> ": " + pinned.reference().words())
            .orElse("")
        : "";
  }

  private static Source source(Provenance provenance, Voice voice) {
    return switch (voice) {
      case Voice.Standard _ ->
          new Source(
              Kind.STANDARD,
              "",
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              NOBODY);
      case Voice.Default(Revision<OverlayDefinition> overlay, int line) ->
          overlay(Kind.OVERLAY_DEFAULT, overlay, line, "set");
      case Voice.Requirement(Revision<OverlayDefinition> overlay, int line) ->
          overlay(Kind.OVERLAY_REQUIREMENT, overlay, line, "require");
      case Voice.Own(Optional<Integer> line) ->
          own(provenance, Kind.APPLICATION, line, Optional.empty());
      case Voice.OwnPart part ->
          own(
              provenance,
              Kind.ENVIRONMENT_PART,
              Optional.of(part.line()),
              Optional.of("environments." + part.environment()));
    };
  }

  private static Source own(
      Provenance provenance, Kind kind, Optional<Integer> line, Optional<String> within) {
    return new Source(
        kind,
        "application/" + provenance.definition().name(),
        Optional.empty(),
        provenance.inputs().map(Inputs::application),
        line,
        within,
        "the team of " + provenance.definition().name());
  }

  private static Source overlay(
      Kind kind, Revision<OverlayDefinition> overlay, int line, String within) {
    return new Source(
        kind,
        "overlay/" + overlay.definition().name(),
        Optional.of(overlay.number()),
        Optional.of(overlay.origin()),
        Optional.of(line),
        Optional.of(within),
        overlay.definition().owner().value());
  }

  private static Limit limit(Binding binding) {
    return new Limit(
        told(binding.bound().name(), Wording.allowed(binding.bound())),
        overlay(Kind.OVERLAY_REQUIREMENT, binding.overlay(), binding.bound().line(), "limit"));
  }

  /** Who may change what counts now: whoever answers for the document that says it. */
  private static String change(World world, Provenance provenance, Voice voice) {
    return switch (voice) {
      case Voice.Requirement(Revision<OverlayDefinition> overlay, int _) ->
          "%s, in overlay/%s".formatted(writers(world, overlay), overlay.definition().name());
      case Voice.Standard _, Voice.Default _, Voice.Own _, Voice.OwnPart _ -> own(provenance);
    };
  }

  private static String writers(World world, Revision<OverlayDefinition> overlay) {
    return world
        .declared()
        .owner(overlay.definition().owner())
        .map(owner -> "members of " + owner.definition().group())
        .orElse("admins");
  }

  /** Whoever writes the application's document; what it says overrules every default. */
  private static String own(Provenance provenance) {
    ApplicationDefinition definition = provenance.definition();
    Optional<String> path = provenance.inputs().map(Inputs::path).filter(known -> !known.isEmpty());
    return path.flatMap(file ->
            definition.repository().map(from -> "whoever may push %s to %s".formatted(file, from)))
        .orElseGet(() -> "owners of %s, with slipway apply".formatted(definition.name()));
  }
}
