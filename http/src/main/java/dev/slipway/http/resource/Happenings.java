package dev.slipway.http.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.History;
import dev.slipway.http.show.Shown;
import dev.slipway.model.ActorId;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.EnvironmentName;
import dev.slipway.model.Position;
import dev.slipway.model.SourceName;
import dev.slipway.views.Orders;
import dev.slipway.views.Page;
import dev.slipway.views.Query;
import dev.slipway.views.Tables;
import dev.slipway.views.row.EntryRow;
import dev.slipway.views.row.EvaluationRow;
import dev.slipway.views.row.EventRow;
import dev.slipway.wire.Entry;
import dev.slipway.wire.EntryDetail;
import dev.slipway.wire.EntryPage;
import dev.slipway.wire.EventDetail;
import dev.slipway.wire.EventKind;
import dev.slipway.wire.EventPage;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Events, activity, and single entries. */
public final class Happenings {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int EVALUATIONS_MAX = 1000;

  private final Doors doors;

  public Happenings(Doors doors) {
    this.doors = doors;
  }

  public Answer events(Call call) {
    Reading reading = new Reading(doors, call);
    Query query =
        reading
            .asked()
            .where("source", call.query("source", SourceName::new).map(SourceName::value))
            .where("kind", call.query("kind", Happenings::kind));
    Page<EventRow> page = reading.list(Tables.EVENTS, query);
    return Answer.ok(
        new EventPage(
            page.rows().stream().map(History::event).toList(), page.total(), Reading.next(page)));
  }

  /** Filters say a kind as the contract does. */
  private static String kind(String text) {
    return Arrays.stream(EventKind.values())
        .filter(kind -> named(kind).equals(text))
        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }

  private static String named(EventKind kind) {
    return switch (kind) {
      case REFS_HINTED -> "refsHinted";
      case CHECKS_HINTED -> "checksHinted";
      case IMAGES_HINTED -> "imagesHinted";
      case ANNOUNCED -> "announced";
      case IGNORED -> "ignored";
    };
  }

  public Answer event(Call call) {
    Reading reading = new Reading(doors, call);
    EventRow row = reading.get(Tables.EVENTS, position(call).toString());
    Page<EvaluationRow> evaluations =
        reading.list(Tables.EVALUATIONS, Query.first(EVALUATIONS_MAX).where("event", row.key()));
    return Answer.ok(
        new EventDetail(
            History.event(row),
            evaluations.rows().stream().map(History::evaluation).toList(),
            entries(reading, row)));
  }

  private static List<Entry> entries(Reading reading, EventRow row) {
    Shown shown = reading.shown();
    return new Timeline(reading)
        .from(row.position()).stream().map(entry -> History.entry(entry, shown)).toList();
  }

  public Answer activity(Call call) {
    Reading reading = new Reading(doors, call);
    Query query =
        reading
            .asked()
            .where(
                "application",
                call.query("application", ApplicationName::new).map(ApplicationName::value))
            .where(
                "environment",
                call.query("environment", EnvironmentName::new).map(EnvironmentName::value))
            .where("type", call.query("type", text -> text))
            .where("actor", call.query("actor", ActorId::new).map(ActorId::value))
            .between(instant(call, "from"), instant(call, "to"));
    Page<EntryRow> page = reading.list(Tables.ENTRIES, query);
    Shown shown = reading.shown();
    return Answer.ok(
        new EntryPage(
            page.rows().stream().map(row -> History.entry(row, shown)).toList(),
            page.total(),
            Reading.next(page)));
  }

  private static Optional<String> instant(Call call, String name) {
    return call.query(name, Instant::parse).map(Orders::of);
  }

  public Answer entry(Call call) {
    Reading reading = new Reading(doors, call);
    EntryRow row = reading.get(Tables.ENTRIES, position(call).toString());
    String payload =
        doors.records().payload(call.organisation(), row.position()).orElseThrow(Refusal::notFound);
    return Answer.ok(new EntryDetail(History.entry(row, reading.shown()), map(payload)));
  }

  private static Map<String, Object> map(String json) {
    try {
      return JSON.readValue(json, new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The ledger's payload is not JSON", e);
    }
  }

  private static Position position(Call call) {
    return call.path("position", text -> new Position(Long.parseLong(text)));
  }
}
