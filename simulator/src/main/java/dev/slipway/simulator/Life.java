package dev.slipway.simulator;

/** One life of a process: what it had set going ends with it. */
public final class Life {

  /** What is outside of every process goes on for ever. */
  public static final Life OUTSIDE = new Life();

  private boolean alive = true;

  public boolean isAlive() {
    return alive;
  }

  void end() {
    alive = false;
  }
}
