package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Definitions;
import dev.slipway.http.show.Placed;
import dev.slipway.http.show.Shown;
import dev.slipway.http.show.Targets;
import dev.slipway.loop.door.Administration.Made;
import dev.slipway.loop.door.Administration.NewJoin;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Remark;
import dev.slipway.model.TargetId;
import dev.slipway.model.TargetName;
import dev.slipway.model.command.Command;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.EnvironmentRow;
import dev.slipway.views.row.TargetRow;
import dev.slipway.wire.Environment;
import dev.slipway.wire.EnvironmentPage;
import dev.slipway.wire.JoinTokenCreated;
import dev.slipway.wire.PauseRequest;
import dev.slipway.wire.Target;
import dev.slipway.wire.TargetPage;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Environments, targets, and letting agents join them. */
public final class Environments {

  private static final int TARGETS_SHOWN_MAX = 1000;
  private static final int RUNS_SHOWN_MAX = 1000;

  private final Doors doors;
  private final Wishes wishes;
  private final String version;
  private final InstantSource clock;

  public Environments(Doors doors, String version, InstantSource clock) {
    this.doors = doors;
    this.wishes = new Wishes(doors);
    this.version = version;
    this.clock = clock;
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    Page<EnvironmentRow> page = reading.list(Tables.ENVIRONMENTS, reading.asked());
    Shown shown = reading.shown();
    return Answer.ok(
        new EnvironmentPage(
            page.rows().stream().map(row -> environment(row, reading, shown)).toList(),
            page.total(),
            Reading.next(page)));
  }

  public Answer get(Call call) {
    Reading reading = new Reading(doors, call);
    EnvironmentRow row =
        reading.get(Tables.ENVIRONMENTS, call.path("environment", EnvironmentName::new).value());
    return Answer.ok(environment(row, reading, reading.shown()));
  }

  private static Environment environment(EnvironmentRow row, Reading reading, Shown shown) {
    List<String> targets =
        reading
            .list(Tables.TARGETS, Query.first(TARGETS_SHOWN_MAX).where("environment", row.key()))
            .rows()
            .stream()
            .map(target -> target.definition().id().target().value())
            .toList();
    return Definitions.environment(row, targets, shown);
  }

  public Answer targets(Call call) {
    Reading reading = new Reading(doors, call);
    Query query =
        reading
            .asked()
            .where(
                "environment",
                call.query("environment", EnvironmentName::new).map(EnvironmentName::value));
    Page<TargetRow> page = reading.list(Tables.TARGETS, query);
    return Answer.ok(
        new TargetPage(targets(page.rows(), reading), page.total(), Reading.next(page)));
  }

  public Answer target(Call call) {
    return Answer.ok(targets(List.of(row(call)), new Reading(doors, call)).getFirst());
  }

  /** Targets of a page, with what runs in each environment looked up once. */
  private List<Target> targets(List<TargetRow> rows, Reading reading) {
    Targets shown =
        new Targets(doors.attendance(), doors.agents(), reading.shown(), version, clock.instant());
    Map<EnvironmentName, List<Placed>> placements = new HashMap<>();
    return rows.stream()
        .map(row ->
            shown.target(
                row,
                placements.computeIfAbsent(
                    row.definition().id().environment(), it -> placements(it, reading))))
        .toList();
  }

  private static List<Placed> placements(EnvironmentName environment, Reading reading) {
    Query query = Query.first(RUNS_SHOWN_MAX).where("environment", environment.value());
    return reading.list(Tables.PLACEMENTS, query).rows().stream()
        .map(row -> new Placed(row, Placements.isRemoved(row, reading)))
        .toList();
  }

  private TargetRow row(Call call) {
    TargetId id =
        new TargetId(
            call.path("environment", EnvironmentName::new), call.path("target", TargetName::new));
    return new Reading(doors, call).get(Tables.TARGETS, id.toString());
  }

  public Answer pause(Call call) {
    TargetId target = row(call).definition().id();
    PauseRequest asked = call.json(PauseRequest.class);
    Command command =
        Applications.valid(() -> new Command.PauseTarget(target, new Remark(asked.because())));
    return wishes.carry(call, command, 202);
  }

  public Answer resume(Call call) {
    return wishes.carry(call, new Command.ResumeTarget(row(call).definition().id()), 202);
  }

  public Answer remove(Call call) {
    return wishes.carry(call, new Command.RemoveTarget(row(call).definition().id()), 202);
  }

  public Answer offerJoin(Call call) {
    TargetId target = row(call).definition().id();
    return switch (doors.administration().offerJoin(call.organisation(), call.actor(), target)) {
      case Made.Done<NewJoin> done ->
          Answer.status(
              201,
              new JoinTokenCreated(
                  target.environment().value(),
                  target.target().value(),
                  done.value().secret(),
                  done.value().expiresAt()));
      case Made.Refused<NewJoin> refused -> throw Refusal.of(403, refused.because());
      case Made.Unknown<NewJoin> unknown -> throw Refusal.notFound();
    };
  }
}
