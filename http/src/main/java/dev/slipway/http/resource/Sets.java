package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Setting;
import dev.slipway.http.show.Shown;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.SetId;
import dev.slipway.model.command.Cargo;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.OnFailure;
import dev.slipway.views.Page;
import dev.slipway.views.Tables;
import dev.slipway.views.row.SetRow;
import dev.slipway.wire.SetPage;
import dev.slipway.wire.SetRollbackRequest;
import dev.slipway.wire.ShipRequest;
import dev.slipway.wire.ShipSet;
import java.util.List;
import java.util.Optional;

/** What is delivered as one. */
public final class Sets {

  private final Doors doors;
  private final Wishes wishes;

  public Sets(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    Page<SetRow> page = reading.list(Tables.SETS, reading.asked());
    return Answer.ok(
        new SetPage(
            page.rows().stream().map(row -> shown(row, reading)).toList(),
            page.total(),
            Reading.next(page)));
  }

  public Answer get(Call call) {
    Reading reading = new Reading(doors, call);
    return Answer.ok(shown(reading.get(Tables.SETS, id(call).value()), reading));
  }

  private static ShipSet shown(SetRow row, Reading reading) {
    Shown shown = reading.shown();
    return Setting.set(row, shown, shipment -> reading.find(Tables.SHIPMENTS, shipment.value()));
  }

  public Answer ship(Call call) {
    ShipRequest asked = call.json(ShipRequest.class);
    Command command =
        Applications.valid(() ->
            new Command.Ship(
                asked.applications().stream()
                    .map(one -> new Cargo(new ApplicationName(one.application()), one.revision()))
                    .toList(),
                names(asked.to()),
                OnFailure.valueOf(asked.onFailure().orElse(dev.slipway.wire.OnFailure.HALT).name()),
                names(asked.confirm().orElseGet(List::of))));
    return wishes.carry(call, command, 202);
  }

  private static List<EnvironmentName> names(List<String> texts) {
    return texts.stream().map(EnvironmentName::new).toList();
  }

  public Answer cancel(Call call) {
    return wishes.carry(call, new Command.CancelSet(seen(call)), 202);
  }

  public Answer rollback(Call call) {
    SetId set = seen(call);
    SetRollbackRequest asked = call.json(SetRollbackRequest.class);
    Command command =
        Applications.valid(() ->
            new Command.RollbackSet(
                set,
                asked.environment().map(EnvironmentName::new),
                asked.confirm().map(EnvironmentName::new)));
    return wishes.carry(call, command, 202);
  }

  public Answer preview(Call call) {
    SetId set = seen(call);
    Optional<EnvironmentName> environment = call.query("environment", EnvironmentName::new);
    return Answer.ok(
        doors
            .previews()
            .set(call.organisation(), set, environment)
            .map(Setting::offer)
            .orElseThrow(Refusal::notFound));
  }

  /** The set of the path, where the caller may see it. */
  private SetId seen(Call call) {
    return new Reading(doors, call).get(Tables.SETS, id(call).value()).id();
  }

  private static SetId id(Call call) {
    return call.path("set", SetId::new);
  }
}
