package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.Campaigning;
import dev.slipway.model.CampaignId;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.InvalidValue;
import dev.slipway.model.OverlayName;
import dev.slipway.model.Remark;
import dev.slipway.model.Scope;
import dev.slipway.model.command.CampaignWish;
import dev.slipway.model.command.Command;
import dev.slipway.model.definition.Portion;
import dev.slipway.model.layer.CampaignPace;
import dev.slipway.model.state.CampaignPlace;
import dev.slipway.views.Page;
import dev.slipway.views.Tables;
import dev.slipway.views.row.CampaignRow;
import dev.slipway.views.row.RevisionRow;
import dev.slipway.views.row.ShipmentRow;
import dev.slipway.wire.CampaignPage;
import dev.slipway.wire.CampaignPlacePage;
import dev.slipway.wire.CampaignRequest;
import dev.slipway.wire.CampaignResumeRequest;
import dev.slipway.wire.CampaignStopRequest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Changes of overlays that are sent to what they concern. */
public final class Campaigns {

  private final Doors doors;
  private final Wishes wishes;

  public Campaigns(Doors doors) {
    this.doors = doors;
    wishes = new Wishes(doors);
  }

  public Answer list(Call call) {
    Reading reading = new Reading(doors, call);
    Page<CampaignRow> page = reading.list(Tables.CAMPAIGNS, reading.asked());
    return Answer.ok(
        new CampaignPage(
            page.rows().stream().map(row -> Campaigning.campaign(row, reading.shown())).toList(),
            page.total(),
            Reading.next(page)));
  }

  public Answer get(Call call) {
    Reading reading = new Reading(doors, call);
    return Answer.ok(
        Campaigning.campaign(reading.get(Tables.CAMPAIGNS, id(call).value()), reading.shown()));
  }

  /** Of one that has ended, what it sent; of one that goes on, where it still goes as well. */
  public Answer places(Call call) {
    Reading reading = new Reading(doors, call);
    CampaignId id = reading.get(Tables.CAMPAIGNS, id(call).value()).campaign().id();
    return doors
        .previews()
        .campaign(call.organisation(), id)
        .map(places -> page(call, reading, places))
        .orElseGet(() -> sent(reading, id));
  }

  private static Answer sent(Reading reading, CampaignId id) {
    Page<ShipmentRow> page =
        reading.list(Tables.SHIPMENTS, reading.asked().where("campaign", id.value()));
    return Answer.ok(
        new CampaignPlacePage(
            page.rows().stream().map(Campaigning::place).toList(),
            page.total(),
            Reading.next(page)));
  }

  /** Where one that is begun now would go. */
  public Answer preview(Call call) {
    Reading reading = new Reading(doors, call);
    return page(call, reading, doors.previews().campaign(call.organisation(), overlay(call)));
  }

  /** A cursor stands for how many come before; what has come through stays in its place. */
  private static Answer page(Call call, Reading reading, List<CampaignPlace> places) {
    List<CampaignPlace> seen =
        places.stream().filter(place -> reading.maySee(new Scope.OfPlacement(place.at()))).toList();
    int from =
        call.query("cursor", cursor -> Integer.parseUnsignedInt(Reading.mark(cursor))).orElse(0);
    int to = Math.min(seen.size(), from + reading.limit());
    return Answer.ok(
        new CampaignPlacePage(
            from < to
                ? seen.subList(from, to).stream().map(Campaigning::place).toList()
                : List.of(),
            seen.size(),
            to < seen.size() && from < to
                ? Optional.of(Reading.cursor(Integer.toString(to)))
                : Optional.empty()));
  }

  public Answer start(Call call) {
    OverlayName overlay = overlay(call);
    CampaignRequest asked = call.json(CampaignRequest.class);
    return carry(
        call,
        () ->
            new CampaignWish.Start(
                overlay,
                asked.pace().map(Campaigns::pace).orElse(CampaignPace.STANDARD),
                names(asked.confirm())));
  }

  public Answer stop(Call call) {
    CampaignId id = there(call);
    CampaignStopRequest asked = call.json(CampaignStopRequest.class);
    return carry(call, () -> new CampaignWish.Stop(id, asked.reason().map(Remark::new)));
  }

  public Answer resume(Call call) {
    CampaignId id = there(call);
    CampaignResumeRequest asked = call.json(CampaignResumeRequest.class);
    return carry(call, () -> new CampaignWish.Resume(id, names(asked.confirm())));
  }

  private Answer carry(Call call, Supplier<CampaignWish> wish) {
    Command command = Applications.valid(() -> new Command.Campaigns(wish.get()));
    return wishes.carry(call, command, 202);
  }

  private static List<EnvironmentName> names(Optional<List<String>> texts) {
    return texts.stream().flatMap(List::stream).map(EnvironmentName::new).toList();
  }

  private static CampaignPace pace(dev.slipway.wire.CampaignPace pace) {
    return new CampaignPace(
        pace.atOnce().map(Campaigns::portion), pace.everySeconds().map(Duration::ofSeconds));
  }

  private static Portion portion(String text) {
    try {
      return Portion.parse(text);
    } catch (InvalidValue _) {
      throw Refusal.badRequest(
          "invalid-portion", "atOnce is a number, a share from 1% to 100%, or all.");
    }
  }

  /** The overlay of the path, be it to be seen or not: its owner may send it. */
  private OverlayName overlay(Call call) {
    OverlayName name = call.path("overlay", OverlayName::new);
    new Revised(doors, call, RevisionRow.Kind.OVERLAY).expect(name.value());
    return name;
  }

  private CampaignId there(Call call) {
    CampaignId id = id(call);
    if (!new Reading(doors, call).exists(Tables.CAMPAIGNS, id.value())) {
      throw Refusal.notFound();
    }
    return id;
  }

  private static CampaignId id(Call call) {
    return call.path("campaign", CampaignId::new);
  }
}
