package dev.slipway.loop.access;

import dev.slipway.aggregation.CompiledService;
import dev.slipway.aggregation.Resolved;
import dev.slipway.aggregation.Voice;
import dev.slipway.aggregation.Word;
import dev.slipway.aggregation.Written;
import dev.slipway.engine.fold.World;
import dev.slipway.engine.why.Provenance;
import dev.slipway.loop.door.Memory;
import dev.slipway.loop.door.Origins;
import dev.slipway.model.Organisation;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.layer.Inputs;
import dev.slipway.model.layer.SettingName;
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
        .map(CompiledOrigins::shown);
  }

  @Override
  public Optional<Compiled> documents(Organisation organisation, Placement placement) {
    return Provenance.documents(memory.world(organisation), placement).map(CompiledOrigins::shown);
  }

  private static Compiled shown(Provenance provenance) {
    return new Compiled(
        provenance.delivery(),
        provenance.services().stream().flatMap(service -> values(provenance, service)).toList());
  }

  private static Stream<Value> values(Provenance provenance, CompiledService service) {
    String prefix = "services." + service.definition().name() + ".";
    return service.values().stream().map(resolved -> value(provenance, prefix, resolved));
  }

  private static Value value(Provenance provenance, String prefix, Resolved resolved) {
    return new Value(
        prefix + resolved.name(),
        said(provenance, resolved.name(), resolved.word()),
        resolved.overrode().stream().map(word -> said(provenance, resolved.name(), word)).toList(),
        change(provenance));
  }

  private static Said said(Provenance provenance, SettingName name, Word word) {
    return new Said(Written.of(name, word.value()), source(provenance, word.voice()));
  }

  private static Source source(Provenance provenance, Voice voice) {
    return switch (voice) {
      case Voice.Standard _ ->
          new Source(
              Kind.STANDARD, "", Optional.empty(), Optional.empty(), Optional.empty(), NOBODY);
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
        provenance.inputs().map(Inputs::application),
        line,
        within,
        "the team of " + provenance.definition().name());
  }

  private static String change(Provenance provenance) {
    ApplicationDefinition definition = provenance.definition();
    Optional<String> path = provenance.inputs().map(Inputs::path).filter(known -> !known.isEmpty());
    return path.flatMap(file ->
            definition.repository().map(from -> "whoever may push %s to %s".formatted(file, from)))
        .orElseGet(() -> "owners of %s, with slipway apply".formatted(definition.name()));
  }
}
