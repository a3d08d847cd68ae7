package dev.slipway.loop.port;

/**
 * Where work that blocks is done, off the loop's turn. Tasks of one lane run one at a time, in
 * order. Thread-safe.
 */
@FunctionalInterface
public interface Workers {

  void execute(String lane, Runnable task);
}
