package dev.slipway.http.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.slipway.http.Answer;
import dev.slipway.http.Call;
import dev.slipway.http.Doors;
import dev.slipway.http.Refusal;
import dev.slipway.http.show.History;
import dev.slipway.http.show.Shown;
import dev.slipway.loop.door.Changes.Subscription;
import dev.slipway.loop.door.Permissions.Rights;
import dev.slipway.model.Position;
import dev.slipway.model.entry.Recorded;
import dev.slipway.views.Tables;
import dev.slipway.views.row.EntryRow;
import dev.slipway.wire.WireJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The stream of changes. Whoever reads slower than things happen is told to list again instead of
 * being given everything.
 */
public final class ChangeStream {

  private static final JsonMapper JSON = WireJson.strict();
  private static final int HEARTBEAT_SECONDS = 4;
  private static final int WAITING_MAX = 1000;
  private static final int AT_ONCE_MAX = 100;
  private static final long BEHIND_MAX = 10_000;

  private final Doors doors;

  public ChangeStream(Doors doors) {
    this.doors = doors;
  }

  public Answer follow(Call call) {
    Position head = doors.records().head();
    Optional<Position> asked =
        call.query("after", ChangeStream::position)
            .or(() -> call.header("Last-Event-ID").flatMap(ChangeStream::known));
    Position from = asked.filter(after -> !after.isAfter(head)).orElse(head);
    boolean behind = head.value() - from.value() > BEHIND_MAX;
    return new Answer.Events(out -> run(call, behind ? head : from, behind, out));
  }

  private static Position position(String text) {
    return new Position(Long.parseLong(text));
  }

  /** A browser sends back whatever it was last given, so what is not ours is passed over. */
  private static Optional<Position> known(String text) {
    return text.matches("[0-9]{1,18}") ? Optional.of(position(text)) : Optional.empty();
  }

  private void run(Call call, Position from, boolean relist, Answer.Writer out)
      throws IOException, InterruptedException {
    BlockingQueue<Recorded> waiting = new LinkedBlockingQueue<>(WAITING_MAX);
    AtomicReference<Position> lost = new AtomicReference<>(Position.START);
    Position last = from;
    Optional<Rights> rights = rights(call);
    if (relist) {
      out.write(event("relist", last, "{}"));
    } else {
      out.write(heartbeat(last));
    }
    try (Subscription _ =
        doors
            .changes()
            .follow(call.organisation(), from, entries -> keep(entries, waiting, lost))) {
      while (call.isStanding() && rights(call).equals(rights)) {
        List<Recorded> next = next(waiting);
        if (next.isEmpty()) {
          out.write(heartbeat(last));
        } else {
          last = next.getLast().position();
          out.write(shown(call, next));
        }
        Position missed = lost.getAndSet(Position.START);
        if (missed.isAfter(last)) {
          waiting.clear();
          last = missed;
          out.write(event("relist", last, "{}"));
        }
      }
      boolean stands = call.isStanding() && rights(call).isPresent();
      out.write(ended(last, stands ? Refusal.narrowed() : Refusal.ended()));
    }
  }

  private Optional<Rights> rights(Call call) {
    return doors.permissions().rights(call.organisation(), call.actor());
  }

  /** The last word to one who may not listen on as before. */
  private static String ended(Position last, Refusal because) throws IOException {
    return event("ended", last, JSON.writeValueAsString(Shown.reason(because.reason())));
  }

  /** What was written together is given together; empty when nothing came for a while. */
  private static List<Recorded> next(BlockingQueue<Recorded> waiting) throws InterruptedException {
    List<Recorded> next = new ArrayList<>();
    Recorded first = waiting.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS);
    if (first != null) {
      next.add(first);
      waiting.drainTo(next, AT_ONCE_MAX - 1);
    }
    return next;
  }

  private static void keep(
      List<Recorded> entries, BlockingQueue<Recorded> waiting, AtomicReference<Position> lost) {
    for (Recorded entry : entries) {
      if (!waiting.offer(entry)) {
        lost.set(entry.position());
      }
    }
  }

  /** Rights are looked at for every item. */
  private String shown(Call call, List<Recorded> entries) {
    Reading reading = new Reading(doors, call);
    return entries.stream().map(entry -> shown(reading, entry)).collect(Collectors.joining());
  }

  private static String shown(Reading reading, Recorded entry) {
    Optional<EntryRow> row = reading.find(Tables.ENTRIES, entry.position().toString());
    return row.map(it -> event("change", it.position(), text(it)))
        .orElseGet(() -> heartbeat(entry.position()));
  }

  private static String text(EntryRow row) {
    try {
      return JSON.writeValueAsString(History.change(row));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A change cannot be written", e);
    }
  }

  private static String heartbeat(Position position) {
    return event("heartbeat", position, "{}");
  }

  private static String event(String name, Position position, String data) {
    return "event: " + name + "\nid: " + position + "\ndata: " + data + "\n\n";
  }
}
