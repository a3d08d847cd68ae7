package dev.slipway.cli.verb;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a moment: an instant, or how long ago it was. */
final class Moment implements ITypeConverter<Moment.At> {

  /** A moment, once it is known when now is. */
  @FunctionalInterface
  interface At {
    Instant from(Instant now);
  }

  @Override
  public At convert(String text) {
    try {
      Instant at = Instant.parse(text);
      return _ -> at;
    } catch (DateTimeException _) {
      return ago(text);
    }
  }

  private static At ago(String text) {
    try {
      Duration back = Times.parse(text);
      return now -> now.minus(back);
    } catch (TypeConversionException _) {
      throw new TypeConversionException(
          "'%s' is neither an instant such as 2026-11-21T12:00:00Z, nor how long ago it was, such as 90m or 7d"
              .formatted(text));
    }
  }
}
