package dev.slipway.views.projection;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.TargetId;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.OwnerDeclared;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.model.entry.TargetPaused;
import dev.slipway.model.entry.TargetRemoved;
import dev.slipway.model.entry.TargetResumed;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ApplicationRow;
import dev.slipway.views.row.EnvironmentRow;
import dev.slipway.views.row.OwnerRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.views.row.TargetRow;
import dev.slipway.views.row.TargetRow.Rest;
import dev.slipway.views.row.TargetRow.Rest.Kind;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What is declared: applications with their places, environments, targets with their agents. */
public final class Definitions implements Projection {

  @Override
  public void take(Recorded recorded, Rows rows) {
    switch (recorded.entry()) {
      case ApplicationDefined defined -> application(recorded, defined, rows);
      case ApplicationRemoved removed ->
          rows.remove(Tables.APPLICATIONS, removed.application().value());
      case EnvironmentDeclared declared ->
          rows.put(
              Tables.ENVIRONMENTS,
              new EnvironmentRow(
                  declared.definition(), declared.origin(), recorded.position(), recorded.at()));
      case OwnerDeclared declared ->
          rows.put(
              Tables.OWNERS,
              new OwnerRow(
                  declared.definition(), declared.origin(), recorded.position(), recorded.at()));
      case TargetDeclared declared ->
          rows.put(
              Tables.TARGETS,
              rows.find(Tables.TARGETS, declared.definition().id().toString())
                  .map(known -> known.declaredAs(declared.definition()))
                  .orElseGet(() -> TargetRow.declared(declared.definition())));
      case TargetPaused paused ->
          rests(
              paused.target(),
              rows,
              new Rest(Kind.PAUSED, Optional.of(paused.because()), paused.by(), recorded.at()));
      case TargetRemoved removed ->
          rests(
              removed.target(),
              rows,
              new Rest(Kind.REMOVED, Optional.empty(), removed.by(), recorded.at()));
      case TargetResumed resumed ->
          target(resumed.target(), rows, it -> it.resting(Optional.empty()));
      case AgentEnrolled enrolled ->
          target(
              enrolled.target(),
              rows,
              it -> it.enrolled(new TargetRow.Enrolment(enrolled.agent(), recorded.at())));
      default -> {
        // The other entries declare nothing.
      }
    }
  }

  private static void rests(TargetId target, Rows rows, Rest rest) {
    target(target, rows, row -> row.resting(Optional.of(rest)));
  }

  private static void target(TargetId target, Rows rows, UnaryOperator<TargetRow> change) {
    rows.find(Tables.TARGETS, target.toString())
        .ifPresent(row -> rows.put(Tables.TARGETS, change.apply(row)));
  }

  private static void application(Recorded recorded, ApplicationDefined defined, Rows rows) {
    ApplicationDefinition definition = defined.definition();
    rows.put(
        Tables.APPLICATIONS,
        new ApplicationRow(
            definition,
            defined.origin(),
            defined.branch(),
            defined.path(),
            recorded.position(),
            recorded.at()));
    int place = 0;
    for (EnvironmentName environment : definition.route()) {
      Placement placement = new Placement(definition.name(), environment);
      rows.put(
          Tables.PLACEMENTS,
          rows.find(Tables.PLACEMENTS, placement.toString())
              .orElseGet(() -> PlacementRow.empty(placement))
              .at(place++));
    }
  }
}
