package dev.slipway.source.git;

import dev.slipway.source.Reading;

/** Takes readings apart. */
final class Answers {

  private Answers() {}

  static <T> T value(Reading<T> reading) {
    return switch (reading) {
      case Reading.Read<T>(T value) -> value;
      case Reading.Unusable<T>(var because) -> throw new AssertionError("unusable: " + because);
      case Reading.Unavailable<T>(var because) ->
          throw new AssertionError("unavailable: " + because.code() + " " + because);
    };
  }

  /** {@code read}, or how it failed and with which code. */
  static <T> String told(Reading<T> reading) {
    return switch (reading) {
      case Reading.Read<T> _ -> "read";
      case Reading.Unusable<T>(var because) -> "unusable " + because.code();
      case Reading.Unavailable<T>(var because) -> "unavailable " + because.code();
    };
  }
}
