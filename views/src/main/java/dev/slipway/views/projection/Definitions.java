package dev.slipway.views.projection;

import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.definition.ApplicationDefinition;
import dev.slipway.model.entry.AgentEnrolled;
import dev.slipway.model.entry.ApplicationDefined;
import dev.slipway.model.entry.ApplicationRemoved;
import dev.slipway.model.entry.EnvironmentDeclared;
import dev.slipway.model.entry.OwnerDeclared;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.TargetDeclared;
import dev.slipway.views.Projection;
import dev.slipway.views.Rows;
import dev.slipway.views.Tables;
import dev.slipway.views.row.ApplicationRow;
import dev.slipway.views.row.EnvironmentRow;
import dev.slipway.views.row.OwnerRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.views.row.TargetRow;
import java.util.List;
import java.util.Optional;

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
                  .map(known -> new TargetRow(declared.definition(), known.agent(), known.former()))
                  .orElseGet(
                      () -> new TargetRow(declared.definition(), Optional.empty(), List.of())));
      case AgentEnrolled enrolled ->
          rows.find(Tables.TARGETS, enrolled.target().toString())
              .ifPresent(target ->
                  rows.put(
                      Tables.TARGETS,
                      target.enrolled(new TargetRow.Enrolment(enrolled.agent(), recorded.at()))));
      default -> {
        // The other entries declare nothing.
      }
    }
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
