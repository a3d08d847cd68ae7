package dev.slipway.views;

import static dev.slipway.views.Table.Direction.ASCENDING;
import static dev.slipway.views.Table.Direction.DESCENDING;

import dev.slipway.views.row.ApplicationRow;
import dev.slipway.views.row.CampaignRow;
import dev.slipway.views.row.DeliveryRow;
import dev.slipway.views.row.EntryRow;
import dev.slipway.views.row.EnvironmentRow;
import dev.slipway.views.row.EvaluationRow;
import dev.slipway.views.row.EventRow;
import dev.slipway.views.row.ExternalRow;
import dev.slipway.views.row.GroupRow;
import dev.slipway.views.row.LockRow;
import dev.slipway.views.row.OwnerRow;
import dev.slipway.views.row.PlacementRow;
import dev.slipway.views.row.PushRow;
import dev.slipway.views.row.ResourceRow;
import dev.slipway.views.row.RevisionRow;
import dev.slipway.views.row.SecretRow;
import dev.slipway.views.row.SetRow;
import dev.slipway.views.row.ShipmentRow;
import dev.slipway.views.row.TargetRow;
import dev.slipway.views.row.TokenRow;
import java.util.List;

/** Every read table there is. Stateless. */
public final class Tables {

  /**
   * Raised whenever a row, a column or a projection changes: tables of another form are rebuilt
   * from the ledger.
   */
  public static final int FORM = 15;

  public static final Table<ApplicationRow> APPLICATIONS =
      new Table<>("applications", ApplicationRow.class, List.of(), ASCENDING);
  public static final Table<EnvironmentRow> ENVIRONMENTS =
      new Table<>("environments", EnvironmentRow.class, List.of("group"), ASCENDING);
  public static final Table<TargetRow> TARGETS =
      new Table<>("targets", TargetRow.class, List.of("environment"), ASCENDING);
  public static final Table<PlacementRow> PLACEMENTS =
      new Table<>(
          "placements", PlacementRow.class, List.of("application", "environment"), ASCENDING);
  public static final Table<DeliveryRow> DELIVERIES =
      new Table<>("deliveries", DeliveryRow.class, List.of("placement", "state"), DESCENDING);
  public static final Table<ExternalRow> EXTERNALS =
      new Table<>("externals", ExternalRow.class, List.of("placement"), DESCENDING);
  public static final Table<ShipmentRow> SHIPMENTS =
      new Table<>(
          "shipments", ShipmentRow.class, List.of("application", "state", "campaign"), DESCENDING);
  public static final Table<EventRow> EVENTS =
      new Table<>("events", EventRow.class, List.of("source", "kind"), DESCENDING);
  public static final Table<EvaluationRow> EVALUATIONS =
      new Table<>("evaluations", EvaluationRow.class, List.of("event", "application"), ASCENDING);
  public static final Table<PushRow> PUSHES =
      new Table<>("pushes", PushRow.class, List.of("application"), DESCENDING);
  public static final Table<TokenRow> TOKENS =
      new Table<>("tokens", TokenRow.class, List.of(), ASCENDING);
  public static final Table<LockRow> LOCKS =
      new Table<>("locks", LockRow.class, List.of(), ASCENDING);
  public static final Table<GroupRow> GROUPS =
      new Table<>("groups", GroupRow.class, List.of(), ASCENDING);
  public static final Table<ResourceRow> RESOURCES =
      new Table<>("resources", ResourceRow.class, List.of(), ASCENDING);
  public static final Table<SecretRow> SECRETS =
      new Table<>(
          "secrets", SecretRow.class, List.of("environment", "secret", "newest"), DESCENDING);
  public static final Table<RevisionRow> REVISIONS =
      new Table<>("revisions", RevisionRow.class, List.of("kind", "title", "current"), DESCENDING);
  public static final Table<OwnerRow> OWNERS =
      new Table<>("owners", OwnerRow.class, List.of(), ASCENDING);
  public static final Table<SetRow> SETS = new Table<>("sets", SetRow.class, List.of(), DESCENDING);
  public static final Table<CampaignRow> CAMPAIGNS =
      new Table<>("campaigns", CampaignRow.class, List.of(), DESCENDING);
  public static final Table<EntryRow> ENTRIES =
      new Table<>(
          "entries",
          EntryRow.class,
          List.of("application", "environment", "type", "actor", "shipment", "delivery", "cause"),
          DESCENDING);

  public static final List<Table<?>> ALL =
      List.of(
          APPLICATIONS,
          ENVIRONMENTS,
          TARGETS,
          PLACEMENTS,
          DELIVERIES,
          EXTERNALS,
          SHIPMENTS,
          EVENTS,
          EVALUATIONS,
          PUSHES,
          TOKENS,
          LOCKS,
          GROUPS,
          RESOURCES,
          SECRETS,
          REVISIONS,
          OWNERS,
          SETS,
          CAMPAIGNS,
          ENTRIES);

  private Tables() {}
}
