package dev.slipway.http;

import dev.slipway.loop.port.Journal;

/** A journal that nobody reads; an alarm is a fault of the test. */
final class Quiet implements Journal {

  @Override
  public void info(String message) {}

  @Override
  public void warn(String message) {}

  @Override
  public void alarm(String message, Throwable cause) {
    throw new AssertionError(message, cause);
  }
}
