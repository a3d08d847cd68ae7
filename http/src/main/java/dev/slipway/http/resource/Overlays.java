package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Explained;
import dev.slipway.model.OverlayName;
import dev.slipway.model.command.Command;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.OverlayRow;
import dev.slipway.views.row.OwnerRow;
import dev.slipway.wire.OverlayPage;
import dev.slipway.wire.OwnerPage;
import dev.slipway.wire.RevertRequest;
import java.util.Optional;

/** What others than its application say of a service, and who they are. */
public final class Overlays {

  private final Doors doors;
  private final Wishes wishes;

  public Overlays(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  /** Those that there are, each as it is now. */
  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    return page(reading, reading.asked().where("current", Optional.of("true")));
  }

  /** The revisions of one, the newest first. */
  public Answer revisions(Call call) {
    Reading reading = new Reading(doors, call);
    String name = call.path("overlay", OverlayName::new).value();
    if (reading.find(Tables.OVERLAYS, OverlayRow.key(name, 1)).isEmpty()) {
      throw Refusal.notFound();
    }
    return page(reading, reading.asked().where("name", Optional.of(name)));
  }

  /** Has one be again what it was. */
  public Answer revert(Call call) {
    OverlayName name = call.path("overlay", OverlayName::new);
    if (!new Reading(doors, call).exists(Tables.OVERLAYS, OverlayRow.key(name.value(), 1))) {
      throw Refusal.notFound();
    }
    RevertRequest request = call.json(RevertRequest.class);
    return wishes.carry(call, new Command.RevertOverlay(name, request.to()), 202);
  }

  /** Who may write which documents. */
  public Answer owners(Call call) {
    Reading reading = new Reading(doors, call);
    Page<OwnerRow> page = reading.list(Tables.OWNERS, reading.asked());
    Explained explained = new Explained(reading.shown());
    return Answer.ok(
        new OwnerPage(
            page.rows().stream().map(explained::owner).toList(), page.total(), Reading.next(page)));
  }

  private Answer page(Reading reading, Query query) {
    Page<OverlayRow> page = reading.list(Tables.OVERLAYS, query);
    Explained explained = new Explained(reading.shown());
    return Answer.ok(
        new OverlayPage(
            page.rows().stream()
                .map(row ->
                    explained.overlay(row, doors.origins().lines(row.revision().definition())))
                .toList(),
            page.total(),
            Reading.next(page)));
  }
}
