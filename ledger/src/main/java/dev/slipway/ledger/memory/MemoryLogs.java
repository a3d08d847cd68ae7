package dev.slipway.ledger.memory;

import dev.slipway.ledger.Logs;
import dev.slipway.model.DeliveryId;
import dev.slipway.model.Organisation;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Logs in a map, which are removed after their time, however many there are. Thread-safe. */
public final class MemoryLogs implements Logs {

  private final InstantSource clock;
  private final Map<Id, Kept> logs = new HashMap<>();

  public MemoryLogs(InstantSource clock) {
    this.clock = clock;
  }

  private record Kept(ByteArrayOutputStream bytes, long shift, About about) {

    boolean isBefore(Instant instant) {
      return bytes.size() > 0 && about.changedAt().isBefore(instant);
    }

    Kept removed(Instant at) {
      return new Kept(
          new ByteArrayOutputStream(),
          shift,
          new About(
              about.name(),
              about.size(),
              about.size(),
              about.lost(),
              about.finished(),
              at,
              Optional.of(at)));
    }
  }

  @Override
  public synchronized Taken take(Id id, Piece piece) {
    Kept before = logs.get(id);
    if (before == null && piece.content().remaining() == 0 && !piece.finished()) {
      return new Taken(0, false);
    }
    ByteArrayOutputStream bytes = before == null ? new ByteArrayOutputStream() : before.bytes();
    long shift = before == null ? 0 : before.shift();
    long lost = before == null ? 0 : before.about().lost();
    boolean finished = before != null && before.about().finished();
    long first = before == null ? 0 : before.about().first();
    long next = first + bytes.size() + shift;
    if (piece.offset() > next && piece.lost()) {
      lost += piece.offset() - next;
      bytes.writeBytes(Logs.lostLine(piece.offset() - next));
      next = piece.offset();
      shift = next - first - bytes.size();
    }
    if (piece.offset() <= next) {
      byte[] content = new byte[piece.content().remaining()];
      piece.content().duplicate().get(content);
      int known = (int) Math.min(content.length, next - piece.offset());
      bytes.write(content, known, content.length - known);
      finished = piece.finished() || (finished && known == content.length);
    }
    long size = first + bytes.size();
    About about =
        new About(id.name(), first, size, lost, finished, clock.instant(), Optional.empty());
    logs.put(id, new Kept(bytes, shift, about));
    return new Taken(size + shift, finished);
  }

  @Override
  public synchronized Optional<About> find(Id id) {
    return Optional.ofNullable(logs.get(id)).map(Kept::about);
  }

  @Override
  public synchronized List<About> of(Organisation organisation, DeliveryId delivery) {
    return logs.entrySet().stream()
        .filter(log -> log.getKey().organisation().equals(organisation))
        .filter(log -> log.getKey().delivery().equals(delivery))
        .map(log -> log.getValue().about())
        .sorted(Comparator.comparing(About::name))
        .toList();
  }

  @Override
  public Keeping keeping() {
    return Keeping.STANDARD;
  }

  @Override
  public synchronized int removeOld(int atMost) {
    Instant now = clock.instant();
    List<Map.Entry<Id, Kept>> old =
        logs.entrySet().stream()
            .filter(log -> log.getValue().isBefore(now.minus(keeping().time())))
            .limit(atMost)
            .toList();
    old.forEach(log -> log.setValue(log.getValue().removed(now)));
    return old.size();
  }

  @Override
  public synchronized void read(Id id, long offset, ByteBuffer into) {
    Kept log = logs.get(id);
    long at = log == null ? -1 : offset - log.about().first();
    if (log != null && at >= 0 && at < log.bytes().size()) {
      byte[] bytes = log.bytes().toByteArray();
      into.put(bytes, (int) at, (int) Math.min(into.remaining(), bytes.length - at));
    }
  }
}
