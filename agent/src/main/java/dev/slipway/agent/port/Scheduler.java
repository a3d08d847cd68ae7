package dev.slipway.agent.port;

import java.time.Duration;

/** The agent's one logical thread: what is given to it runs one after the other. Thread-safe. */
public interface Scheduler {

  void execute(Runnable task);

  void after(Duration delay, Runnable task);
}
