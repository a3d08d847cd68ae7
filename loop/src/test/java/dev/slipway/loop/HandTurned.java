package dev.slipway.loop;

import dev.slipway.loop.port.Journal;
import dev.slipway.loop.port.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.atomic.AtomicBoolean;

/** Time that passes when it is told to, the turns that fall into it, and what was journalled. */
final class HandTurned implements Scheduler, InstantSource, Journal {

  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparing(Task::at).thenComparingLong(Task::number));
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private long given;
  private boolean isAlarmExpected;
  final List<String> journal = new ArrayList<>();

  private record Task(Instant at, long number, Runnable task) {}

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public void execute(Runnable task) {
    put(Duration.ZERO, task);
  }

  @Override
  public Cancellation after(Duration delay, Runnable task) {
    AtomicBoolean cancelled = new AtomicBoolean();
    put(
        delay,
        () -> {
          if (!cancelled.get()) {
            task.run();
          }
        });
    return () -> cancelled.set(true);
  }

  private void put(Duration delay, Runnable task) {
    given++;
    tasks.add(new Task(now.plus(delay), given, task));
  }

  void pass(Duration duration) {
    Instant end = now.plus(duration);
    Task next = tasks.peek();
    while (next != null && !next.at().isAfter(end)) {
      tasks.remove(next);
      now = next.at();
      next.task().run();
      next = tasks.peek();
    }
    now = end;
  }

  /** From now on an alarm is what should be. */
  void expectAlarm() {
    isAlarmExpected = true;
  }

  /** Whatever was to be done is not done any more. */
  void crash() {
    tasks.clear();
  }

  @Override
  public void info(String message) {
    journal.add("info " + message);
  }

  @Override
  public void warn(String message) {
    journal.add("warn " + message);
  }

  @Override
  public void alarm(String message, Throwable cause) {
    if (!isAlarmExpected) {
      throw new AssertionError(message, cause);
    }
    journal.add("alarm " + message);
  }
}
