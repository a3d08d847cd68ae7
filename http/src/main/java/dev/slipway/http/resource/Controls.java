package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.Shown;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Placement;
import dev.slipway.model.Remark;
import dev.slipway.model.command.Command;
import dev.slipway.model.guardrail.LockId;
import dev.slipway.model.guardrail.Permit;
import dev.slipway.model.state.RollbackChoices;
import dev.slipway.model.state.RollbackOffer;
import dev.slipway.views.Tables;
import dev.slipway.wire.PauseRequest;
import dev.slipway.wire.Reason;
import dev.slipway.wire.ResumeRequest;
import dev.slipway.wire.RollbackChoice;
import dev.slipway.wire.RollbackPreview;
import dev.slipway.wire.RollbackRequest;
import dev.slipway.wire.StopRequest;
import java.util.List;
import java.util.Optional;

/** What people have a placement do: pause, go on, go back. */
public final class Controls {

  private final Doors doors;
  private final Wishes wishes;

  public Controls(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer pause(Call call) {
    Placement placement = seen(call);
    PauseRequest asked = call.json(PauseRequest.class);
    Command command =
        Applications.valid(() -> new Command.Pause(placement, new Remark(asked.because())));
    return wishes.carry(call, command, 202);
  }

  public Answer resume(Call call) {
    Placement placement = seen(call);
    ResumeRequest asked = call.json(ResumeRequest.class);
    return wishes.carry(call, new Command.Resume(placement, asked.fixedBy()), 202);
  }

  /** Of an application that was removed there is the placement only. */
  public Answer stop(Call call) {
    Placement placement =
        new Reading(doors, call)
            .get(Tables.PLACEMENTS, Placements.placement(call).toString())
            .placement();
    StopRequest asked = call.json(StopRequest.class);
    Optional<EnvironmentName> confirmed =
        asked.confirm().map(name -> Applications.valid(() -> new EnvironmentName(name)));
    return wishes.carry(call, new Command.StopRemoved(placement, confirmed), 202);
  }

  public Answer rollback(Call call) {
    Placement placement = seen(call);
    RollbackRequest asked = call.json(RollbackRequest.class);
    Optional<Permit> permit =
        asked
            .pastLocks()
            .filter(locks -> !locks.isEmpty())
            .map(locks -> Applications.valid(() -> permit(locks)));
    Optional<EnvironmentName> confirmed =
        asked.confirm().map(name -> Applications.valid(() -> new EnvironmentName(name)));
    return wishes.carry(call, new Command.Rollback(placement, asked.to(), permit, confirmed), 202);
  }

  private static Permit permit(List<String> locks) {
    return new Permit(locks.stream().map(LockId::new).toList());
  }

  public Answer preview(Call call) {
    Placement placement = seen(call);
    Optional<Integer> to = call.query("to", Integer::valueOf);
    return Answer.ok(
        switch (doors.previews().rollback(call.organisation(), placement, to)) {
          case RollbackOffer.Impossible impossible ->
              new RollbackPreview(
                  false,
                  Optional.of(
                      new Reason(impossible.because().code(), impossible.because().sentence())),
                  Optional.empty(),
                  List.of());
          case RollbackOffer.Possible possible ->
              new RollbackPreview(
                  true,
                  Optional.empty(),
                  Optional.of(Shown.skip(possible.to())),
                  possible.skips().stream().map(Shown::skip).toList());
        });
  }

  public Answer choices(Call call) {
    RollbackChoices choices = doors.previews().choices(call.organisation(), seen(call));
    return Answer.ok(
        new dev.slipway.wire.RollbackChoices(
            choices.all().stream().map(Controls::choice).toList(), choices.forgottenBelow()));
  }

  private static RollbackChoice choice(RollbackChoices.One one) {
    return new RollbackChoice(
        one.delivery().number(),
        one.delivery().sha().value(),
        one.since(),
        one.reachable(),
        one.because().map(it -> new Reason(it.code(), it.sentence())));
  }

  /** The placement of the path, where the caller may see it or its application. */
  private Placement seen(Call call) {
    Placement placement = Placements.placement(call);
    new Reading(doors, call).application(placement);
    return placement;
  }
}
