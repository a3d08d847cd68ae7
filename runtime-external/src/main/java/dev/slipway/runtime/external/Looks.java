package dev.slipway.runtime.external;

import dev.slipway.model.Reason;
import dev.slipway.model.ServiceName;
import dev.slipway.model.Slot;
import dev.slipway.model.observation.ObservedInstance;
import dev.slipway.runtime.Assignment.Share;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What was seen last of each service. Looking again is a program's run, so it is done every now and
 * then, by a thread of the executor and never by the caller. Thread-safe.
 */
final class Looks {

  private final Executor executor;
  private final Duration every;
  private final Map<Key, Seen> seen = new ConcurrentHashMap<>();

  Looks(Executor executor, Duration every) {
    this.executor = executor;
    this.every = every;
  }

  private record Key(Slot slot, ServiceName service) {}

  /**
   * What a look saw.
   *
   * @param instances as far as they are known
   * @param because why it is not as it should be
   */
  record Look(List<ObservedInstance> instances, Optional<Reason> because) {
    Look {
      instances = List.copyOf(instances);
    }
  }

  private record Seen(Look look, long at, boolean looking) {}

  /** Notes what is known from elsewhere, as at the end of a convergence. */
  void note(Slot slot, ServiceName service, Look look) {
    seen.put(new Key(slot, service), new Seen(look, System.nanoTime(), false));
  }

  void forget(Slot slot, ServiceName service) {
    seen.remove(new Key(slot, service));
  }

  /** What was seen last; sets a new look going when one is due. */
  Optional<Look> look(Slot slot, ServiceName service, Supplier<Look> looking) {
    Key key = new Key(slot, service);
    Optional<Seen> last = Optional.ofNullable(seen.get(key));
    long now = System.nanoTime();
    boolean due = last.filter(one -> one.looking() || now - one.at() < every.toNanos()).isEmpty();
    if (due) {
      Look before = last.map(Seen::look).orElseGet(() -> new Look(List.of(), Optional.empty()));
      seen.put(key, new Seen(before, now, true));
      executor.execute(() -> {
        Look look = looking.get();
        seen.computeIfPresent(
            key, (_, one) -> one.looking() ? new Seen(look, System.nanoTime(), false) : one);
      });
    }
    return last.map(Seen::look);
  }

  List<ObservedInstance> of(Slot slot) {
    return seen.entrySet().stream()
        .filter(one -> one.getKey().slot().equals(slot))
        .sorted(Map.Entry.comparingByKey((a, b) -> a.service().compareTo(b.service())))
        .flatMap(one -> one.getValue().look().instances().stream())
        .toList();
  }

  /** What a program that was asked said. */
  static Look seen(Share share, Program.End end) {
    int code = end.code().orElse(-1);
    if (code != 0 && code != 2) {
      return new Look(
          List.of(),
          Optional.of(
              new Reason(end.because().code(), share.service() + ": " + end.because().sentence())));
    }
    try {
      return new Look(
          Objects.read(end.said(), share.service(), share.digest()),
          code == 0
              ? Optional.empty()
              : Optional.of(
                  new Reason(
                      "external-differs",
                      share.service() + ": 'fetch' says that there is work to do.")));
    } catch (Objects.Malformed e) {
      return new Look(
          List.of(),
          Optional.of(
              new Reason(
                  "fetch-output",
                  share.service() + ": What 'fetch' wrote cannot be used. " + e.sentence())));
    }
  }
}
