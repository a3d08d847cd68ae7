package dev.slipway.http.show;

import dev.slipway.loop.door.Origins;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Nearest;
import dev.slipway.model.Placement;
import dev.slipway.model.Reason;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.OwnerDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.model.layer.Reach;
import dev.slipway.views.row.OwnerRow;
import dev.slipway.views.row.RevisionRow;
import dev.slipway.wire.BindingPolicy;
import dev.slipway.wire.DocumentKind;
import dev.slipway.wire.ExplainedValue;
import dev.slipway.wire.Explanation;
import dev.slipway.wire.Overlay;
import dev.slipway.wire.OverlayForce;
import dev.slipway.wire.OverlayLine;
import dev.slipway.wire.OverlayReach;
import dev.slipway.wire.OverriddenValue;
import dev.slipway.wire.Owner;
import dev.slipway.wire.OwnerRight;
import dev.slipway.wire.Policy;
import dev.slipway.wire.PolicyRule;
import dev.slipway.wire.SourceKind;
import dev.slipway.wire.ValueLimit;
import dev.slipway.wire.ValueSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values, where they came from, and who has a say. */
public final class Explained {

  private final Shown shown;

  public Explained(Shown shown) {
    this.shown = shown;
  }

  /**
   * The values at and below a path.
   *
   * @param path absent for all of them
   */
  public Explanation explanation(
      Placement placement, Origins.Compiled compiled, Optional<String> path) {
    return new Explanation(
        placement.application().value(),
        placement.environment().value(),
        compiled.delivery().map(DeliveryId::number),
        compiled.values().stream()
            .filter(value -> path.stream().allMatch(under -> isAt(value.path(), under)))
            .map(this::value)
            .toList(),
        compiled.policies().stream()
            .map(bound ->
                new BindingPolicy(
                    bound.title(),
                    bound.revision(),
                    bound.owner().value(),
                    Shown.reason(bound.refused())))
            .toList());
  }

  /** The path that was probably meant, of a value or of several. */
  public static Optional<String> nearest(String path, Origins.Compiled compiled) {
    return Nearest.of(
        path,
        compiled.values().stream()
            .map(Origins.Value::path)
            .flatMap(Explained::withAllAbove)
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  private static Stream<String> withAllAbove(String path) {
    return Stream.iterate(
        path, at -> !at.isEmpty(), at -> at.substring(0, Math.max(0, at.lastIndexOf('.'))));
  }

  private static boolean isAt(String path, String under) {
    return path.equals(under) || path.startsWith(under + ".");
  }

  private ExplainedValue value(Origins.Value value) {
    return new ExplainedValue(
        value.path(),
        value.said().value(),
        source(value.said().source()),
        value.overrode().stream()
            .map(said -> new OverriddenValue(said.value(), source(said.source())))
            .toList(),
        value.limits().stream()
            .map(limit -> new ValueLimit(limit.allowed(), source(limit.source())))
            .toList(),
        value.change());
  }

  private ValueSource source(Origins.Source source) {
    return new ValueSource(
        SourceKind.valueOf(source.kind().name()),
        Optional.of(source.document()).filter(document -> !document.isEmpty()),
        source.revision(),
        source.origin().map(origin -> Definitions.origin(origin, shown)),
        source.line(),
        source.within(),
        source.owner());
  }

  /**
   * An overlay's revision.
   *
   * @param idle why it is for nothing
   */
  public Overlay overlay(
      RevisionRow row,
      OverlayDefinition definition,
      List<Origins.Line> lines,
      Optional<Reason> idle) {
    return new Overlay(
        definition.name().value(),
        definition.owner().value(),
        row.revision().number(),
        row.current(),
        row.revision().restores(),
        reach(definition.reach()),
        lines.stream()
            .map(line ->
                new OverlayLine(
                    OverlayForce.valueOf(line.force().name()),
                    line.name(),
                    line.text(),
                    line.line()))
            .toList(),
        definition.campaign().map(Campaigning::pace),
        idle.map(Shown::reason),
        Definitions.origin(row.revision().origin(), shown),
        shown.actor(row.by()),
        row.at(),
        row.position().value());
  }

  /**
   * A policy's revision.
   *
   * @param idle why it is for nothing
   */
  public Policy policy(RevisionRow row, PolicyDefinition definition, Optional<Reason> idle) {
    return new Policy(
        definition.name().value(),
        definition.owner().value(),
        row.revision().number(),
        row.current(),
        row.revision().restores(),
        reach(definition.reach()),
        definition.rules().stream()
            .map(rule -> new PolicyRule(rule.must(), rule.when(), rule.message(), rule.line()))
            .toList(),
        idle.map(Shown::reason),
        Definitions.origin(row.revision().origin(), shown),
        shown.actor(row.by()),
        row.at(),
        row.position().value());
  }

  /** What something is for. */
  public static OverlayReach reach(Reach reach) {
    return new OverlayReach(
        reach.applications(), reach.environments(), reach.services(), reach.labels());
  }

  /** An owner, and what it may write. */
  public Owner owner(OwnerRow row) {
    OwnerDefinition definition = row.definition();
    return new Owner(
        definition.name().value(),
        definition.group().value(),
        definition.may().stream()
            .map(right ->
                new OwnerRight(
                    DocumentKind.valueOf(right.kind().name()),
                    right.applications(),
                    right.environments(),
                    right.keys()))
            .toList(),
        Definitions.origin(row.origin(), shown),
        row.at(),
        row.position().value());
  }
}
