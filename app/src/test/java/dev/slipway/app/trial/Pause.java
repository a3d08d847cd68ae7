package dev.slipway.app.trial;

/** The moment between two looks at a condition. */
final class Pause {

  private Pause() {}

  static void briefly() {
    of(20);
  }

  static void of(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError(interrupted);
    }
  }
}
