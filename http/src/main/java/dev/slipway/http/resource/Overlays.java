package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.show.Explained;
import dev.slipway.model.OverlayName;
import dev.slipway.model.command.Command;
import dev.slipway.model.layer.OverlayDefinition;
import dev.slipway.model.layer.PolicyDefinition;
import dev.slipway.views.Page;
import dev.slipway.views.Tables;
import dev.slipway.views.row.OwnerRow;
import dev.slipway.views.row.RevisionRow;
import dev.slipway.wire.Overlay;
import dev.slipway.wire.OverlayPage;
import dev.slipway.wire.OwnerPage;
import dev.slipway.wire.RevertRequest;
import java.util.stream.Stream;

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
    return page(call, revised(call).current());
  }

  /** The revisions of one, the newest first. */
  public Answer revisions(Call call) {
    return page(call, revised(call).of(call.path("overlay", OverlayName::new).value()));
  }

  /** Has one be again what it was. */
  public Answer revert(Call call) {
    OverlayName name = call.path("overlay", OverlayName::new);
    revised(call).expect(name.value());
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

  private Revised revised(Call call) {
    return new Revised(doors, call, RevisionRow.Kind.OVERLAY);
  }

  private Answer page(Call call, Page<RevisionRow> page) {
    Explained explained = new Explained(new Reading(doors, call).shown());
    return Answer.ok(
        new OverlayPage(
            page.rows().stream().flatMap(row -> shown(call, explained, row)).toList(),
            page.total(),
            Reading.next(page)));
  }

  private Stream<Overlay> shown(Call call, Explained explained, RevisionRow row) {
    return switch (row.revision().definition()) {
      case OverlayDefinition it ->
          Stream.of(explained.overlay(row, it, doors.origins().lines(it), revised(call).idle(row)));
      case PolicyDefinition _ -> Stream.empty();
    };
  }
}
