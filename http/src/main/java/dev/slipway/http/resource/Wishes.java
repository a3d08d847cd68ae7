package dev.slipway.http.resource;

import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.History;
import dev.slipway.http.show.Shown;
import dev.slipway.loop.door.Commands;
import dev.slipway.model.Reason;
import dev.slipway.model.command.Command;
import dev.slipway.model.entry.CampaignStarted;
import dev.slipway.model.entry.CauseSettled.Settlement;
import dev.slipway.model.entry.Recorded;
import dev.slipway.model.entry.SetMade;
import dev.slipway.model.entry.ShipmentMade;
import dev.slipway.model.entry.ShipmentQueued;
import dev.slipway.views.Tables;
import dev.slipway.views.row.EntryRow;
import dev.slipway.views.row.Subject;
import dev.slipway.wire.Carried;
import dev.slipway.wire.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** Has commands carried out, and says what became of them. */
final class Wishes {

  private static final String NOT_ALLOWED = "not-allowed";
  private static final Set<String> UNKNOWN =
      Set.of(
          "unknown-application",
          "unknown-environment",
          "unknown-target",
          "unknown-token",
          "unknown-trust",
          "unknown-member",
          "unknown-resource",
          "unknown-secret",
          "unknown-scope",
          "unknown-set",
          "unknown-campaign",
          "unknown-lock",
          "unknown-guardrail",
          "unknown-overlay",
          "unknown-policy",
          "unknown-notification",
          "unknown-revision");

  private final Doors doors;

  Wishes(Doors doors) {
    this.doors = doors;
  }

  /** Answers with this status once the command is settled, or with why it was refused. */
  Answer carry(Call call, Command command, int status) {
    return carry(call, command, carried -> Answer.status(status, shown(call, carried)));
  }

  Answer carry(Call call, Command command, Function<Commands.Carried, Answer> done) {
    CompletionStage<Commands.Carried> settled =
        doors.commands().submit(call.organisation(), call.actor(), call.idempotencyKey(), command);
    return new Answer.Later(
        settled.thenApplyAsync(
            carried -> {
              if (carried.settlement() instanceof Settlement.Refused refused) {
                Shown shown = Shown.to(call.organisation(), doors.credentials());
                throw Refusal.at(
                    status(refused.because()), shown.said(refused.because()), carried.received());
              }
              return done.apply(carried);
            },
            doors.answering()));
  }

  /** Which status says a refusal of the engine. */
  static int status(Reason because) {
    if (because.code().equals(NOT_ALLOWED)) {
      return 403;
    }
    return UNKNOWN.contains(because.code()) ? 404 : 409;
  }

  Carried shown(Call call, Commands.Carried carried) {
    Shown shown = Shown.to(call.organisation(), doors.credentials());
    List<Entry> entries =
        carried.entries().stream()
            .flatMap(recorded -> row(call, recorded).stream())
            .map(row -> History.entry(row, shown))
            .toList();
    Optional<Subject> subject = carried.entries().stream().flatMap(Wishes::subject).findFirst();
    return new Carried(
        carried.received().orElseThrow().value(),
        settlement(carried.settlement()),
        new dev.slipway.wire.Reason(
            carried.settlement().because().code(),
            shown.said(carried.settlement().because().sentence())),
        subject.flatMap(Subject::application).map(it -> it.value()),
        subject.flatMap(Subject::shipment).map(it -> it.value()),
        entries.stream().flatMap(Wishes::delivery).findFirst(),
        carried.entries().stream().flatMap(Wishes::set).findFirst(),
        carried.entries().stream().flatMap(Wishes::campaign).findFirst(),
        entries);
  }

  private Optional<EntryRow> row(Call call, Recorded recorded) {
    return doors.tables().find(call.organisation(), Tables.ENTRIES, recorded.position().toString());
  }

  private static Stream<Subject> subject(Recorded recorded) {
    return switch (recorded.entry()) {
      case ShipmentMade made ->
          Stream.of(
              Subject.of(made.shipment().id()).withApplication(made.shipment().application()));
      case ShipmentQueued queued ->
          Stream.of(Subject.of(queued.placement()).withShipment(queued.shipment()));
      default -> Stream.empty();
    };
  }

  private static Stream<String> set(Recorded recorded) {
    return recorded.entry() instanceof SetMade made
        ? Stream.of(made.set().id().value())
        : Stream.empty();
  }

  private static Stream<String> campaign(Recorded recorded) {
    return recorded.entry() instanceof CampaignStarted started
        ? Stream.of(started.campaign().id().value())
        : Stream.empty();
  }

  private static Stream<String> delivery(Entry entry) {
    return entry.number().stream()
        .map(number ->
            entry.application().orElse("") + "/" + entry.environment().orElse("") + "#" + number);
  }

  private static dev.slipway.wire.Settlement settlement(Settlement settlement) {
    return switch (settlement) {
      case Settlement.Followed followed -> dev.slipway.wire.Settlement.FOLLOWED;
      case Settlement.NothingFollows nothing -> dev.slipway.wire.Settlement.NOTHING_FOLLOWS;
      case Settlement.Refused refused -> dev.slipway.wire.Settlement.REFUSED;
    };
  }
}
