package dev.slipway.app.port;

import dev.slipway.loop.port.Journal;
import dev.slipway.loop.port.Workers;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;

/** Workers on virtual threads, one at a time per lane; a lane without work holds nothing. */
public final class Lanes implements Workers {

  private final Map<String, Queue<Runnable>> waiting = new HashMap<>();
  private final Journal journal;

  public Lanes(Journal journal) {
    this.journal = journal;
  }

  @Override
  public synchronized void execute(String lane, Runnable task) {
    Queue<Runnable> queue = waiting.get(lane);
    if (queue == null) {
      waiting.put(lane, new ArrayDeque<>());
      start(lane, task);
    } else {
      queue.add(task);
    }
  }

  private void start(String lane, Runnable task) {
    Thread.ofVirtual()
        .name(lane)
        .start(() -> {
          try {
            task.run();
          } catch (RuntimeException fault) {
            journal.alarm("Work in the lane '" + lane + "' failed", fault);
          } finally {
            next(lane);
          }
        });
  }

  private synchronized void next(String lane) {
    Queue<Runnable> queue = waiting.get(lane);
    Runnable task = queue == null ? null : queue.poll();
    if (task == null) {
      waiting.remove(lane);
    } else {
      start(lane, task);
    }
  }
}
