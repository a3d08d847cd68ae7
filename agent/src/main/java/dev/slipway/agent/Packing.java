package dev.slipway.agent;

import dev.slipway.agent.mask.Masked;
import dev.slipway.agent.mask.Masks;
import dev.slipway.agent.port.Ports;
import dev.slipway.model.ApplicationName;
import dev.slipway.model.Fence;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.runtime.Adapter;
import dev.slipway.runtime.Log;
import dev.slipway.wire.agent.LogChunk;
import dev.slipway.wire.agent.LogParcel;
import dev.slipway.wire.agent.LogStanding;
import dev.slipway.wire.agent.LogStandings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Packs the next parcel: a share of every log of which the server lacks something. Asked by one
 * thread at a time.
 */
final class Packing {

  /**
   * As little of one log as is worth its line; and so little that it is sent without a question
   * before it, for the server passes over what it has.
   */
  private static final int SHARE_BYTES_MIN = 4096;

  private final Ports ports;
  private volatile Map<Name, Progress> known = Map.of();
  private volatile boolean calm;

  Packing(Ports ports) {
    this.ports = ports;
  }

  /** Which log. */
  record Name(ApplicationName application, Fence fence, ServiceName service, String instance) {}

  /**
   * How far the server is.
   *
   * @param asked whether it has said so in this life of the agent
   * @param refused whether it takes nothing of this log
   * @param whole the log, once it had ended and the server had all of it
   */
  private record Progress(
      boolean asked, long next, boolean finished, boolean refused, Optional<Log> whole) {
    static final Progress UNASKED = new Progress(false, 0, false, false, Optional.empty());

    Progress done(Log log) {
      return new Progress(asked, next, finished, refused, Optional.of(log));
    }
  }

  /**
   * A parcel with what it was packed from.
   *
   * @param isAll whether there was no more to be brought
   */
  record Bundle(LogParcel parcel, List<Name> names, boolean isAll) {}

  /** A log with what is to be brought of it. */
  private record Due(
      Name name, boolean ended, Log.Written written, Progress progress, long first, long end) {

    long from() {
      return Math.max(progress.next(), first);
    }

    long missing() {
      return Math.max(0, end - from());
    }

    long bytes() {
      return progress.asked() || missing() <= SHARE_BYTES_MIN ? missing() : 0;
    }

    boolean isDue() {
      return !progress.refused()
          && (!progress.asked() || bytes() > 0 || (ended && !progress.finished()));
    }

    boolean isOver() {
      return ended && progress.finished();
    }
  }

  /** Whether all that could write more has ended. */
  boolean isCalm() {
    return calm;
  }

  /** What is to be brought next; empty when the server has everything. */
  Optional<Bundle> next(Collection<Slot> slots) {
    try {
      List<Due> due = due(slots);
      return due.isEmpty() ? Optional.empty() : Optional.of(packed(due));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Due> due(Collection<Slot> slots) throws IOException {
    Map<Name, Progress> still = new HashMap<>();
    List<Due> due = new ArrayList<>();
    Masks masks = ports.secrets().masks();
    boolean ended = true;
    for (Slot slot : slots) {
      for (Log log : logs(slot)) {
        Name name = new Name(slot.application(), log.fence(), log.service(), log.instance());
        Progress progress = known.getOrDefault(name, Progress.UNASKED);
        still.put(name, progress);
        ended &= log.ended();
        if (progress.whole().equals(Optional.of(log))) {
          continue;
        }
        Log.Written written = new Masked(log.written(), masks, log.ended());
        Due one = new Due(name, log.ended(), written, progress, written.first(), written.end());
        if (one.isDue()) {
          due.add(one);
        } else if (one.isOver()) {
          still.put(name, progress.done(log));
        }
      }
    }
    known = Map.copyOf(still);
    calm = ended;
    return due;
  }

  private List<Log> logs(Slot slot) {
    return Stream.of(ports.commands(), ports.processes())
        .map((Adapter adapter) -> adapter.logs(slot))
        .flatMap(List::stream)
        .toList();
  }

  private static Bundle packed(List<Due> all) throws IOException {
    List<Due> due = all.subList(0, Math.min(all.size(), LogParcel.CHUNKS_MAX));
    long hungry = Math.max(1, due.stream().filter(one -> one.bytes() > 0).count());
    int share = (int) Math.max(SHARE_BYTES_MIN, LogParcel.CONTENT_BYTES_MAX / hungry);
    long size = due.stream().mapToLong(one -> Math.min(share, one.bytes())).sum();
    ByteBuffer content = ByteBuffer.allocate((int) Math.min(LogParcel.CONTENT_BYTES_MAX, size));
    List<LogChunk> chunks = new ArrayList<>();
    List<Name> names = new ArrayList<>();
    for (Due one : due) {
      int start = content.position();
      content.limit(Math.min(content.capacity(), start + (int) Math.min(share, one.bytes())));
      if (one.bytes() > 0) {
        one.written().read(one.from(), content);
      }
      // What was cut away meanwhile was read as anything.
      if (one.written().first() > one.from()) {
        content.position(start);
      }
      chunks.add(chunk(one, content.position() - start));
      names.add(one.name());
    }
    boolean isAll = all.stream().mapToLong(Due::missing).sum() == content.flip().remaining();
    return new Bundle(new LogParcel(chunks, content), names, isAll && due.size() == all.size());
  }

  private static LogChunk chunk(Due due, int length) {
    boolean isLast = due.ended() && due.from() + length >= due.end();
    return new LogChunk(
        due.name().application().value(),
        due.name().fence().toString(),
        due.name().service().value(),
        due.name().instance(),
        due.from(),
        length,
        due.progress().asked() && due.first() > due.progress().next(),
        isLast);
  }

  /** Remembers what the server said; returns what people at the target should know. */
  List<String> brought(Bundle bundle, LogStandings standings) {
    Map<Name, Progress> now = new LinkedHashMap<>(known);
    List<String> remarks = new ArrayList<>();
    int count = Math.min(bundle.names().size(), standings.standings().size());
    for (int i = 0; i < count; i++) {
      Name name = bundle.names().get(i);
      LogStanding standing = standings.standings().get(i);
      now.put(
          name,
          new Progress(
              true,
              standing.next(),
              standing.finished(),
              standing.refused().isPresent(),
              Optional.empty()));
      standing
          .refused()
          .ifPresent(because ->
              remarks.add("The log of " + name.instance() + " stays here: " + because.sentence()));
    }
    known = Map.copyOf(now);
    return remarks;
  }
}
